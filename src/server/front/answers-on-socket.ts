/** Asks an HTTP server on a Unix socket, and gives up at a deadline. */
import { request } from 'node:http';

/** @returns the status of its answer, or undefined when none came in time. */
export function answersOnSocket(
  socketPath: string,
  path: string,
  deadlineMs: number,
): Promise<number | undefined> {
  return new Promise((resolve) => {
    const asked = request({ socketPath, path, agent: false, signal: AbortSignal.timeout(deadlineMs) });
    asked.on('response', (response) => {
      response.resume();
      resolve(response.statusCode);
    });
    asked.on('error', () => resolve(undefined));
    asked.end();
  });
}
