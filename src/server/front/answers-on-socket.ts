/** Asks an HTTP server on a Unix socket, and gives up at a deadline. */
import { request } from 'node:http';

export interface SocketAnswer {
  readonly status: number;
  readonly body: string;
}

const BODY_CHARS_MAX = 4_000_000;

/** @returns undefined when no whole answer came in time. */
export function askSocket(
  socketPath: string,
  path: string,
  deadlineMs: number,
): Promise<SocketAnswer | undefined> {
  return new Promise((resolve) => {
    const asked = request({ socketPath, path, agent: false, signal: AbortSignal.timeout(deadlineMs) });
    const fail = (): void => resolve(undefined);
    asked.on('response', (response) => {
      let body = '';
      response.setEncoding('utf8').on('data', (part: string) => {
        body += part;
        if (body.length > BODY_CHARS_MAX) response.destroy();
      });
      response.on('end', () => resolve({ status: response.statusCode ?? 0, body }));
      response.on('close', fail);
    });
    asked.on('error', fail);
    asked.end();
  });
}

/** @returns the status of its answer, or undefined when none came in time. */
export function answersOnSocket(
  socketPath: string,
  path: string,
  deadlineMs: number,
): Promise<number | undefined> {
  return askSocket(socketPath, path, deadlineMs).then((answer) => answer?.status);
}
