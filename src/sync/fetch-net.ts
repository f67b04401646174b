/** The browser's network. Redirects are not followed, nothing is cached, no cookie is sent: a till has its own proof. */
import type { Net, NetAnswer, NetRequest } from './ports.ts';
import { watchDeadline } from './watch-deadline.ts';

/** No honest answer is longer: a catalogue page of 1,000 products is about half a megabyte. */
const ANSWER_BYTES_MAX = 8_000_000;

/** @param origin empty in the app, which speaks to where it came from. */
export function makeFetchNet(origin = ''): Net {
  return { send: (request) => sendWithin(origin, request) };
}

async function sendWithin(origin: string, request: NetRequest): Promise<NetAnswer> {
  const abort = new AbortController();
  const stopWatching = watchDeadline(request.deadlineMs, () => abort.abort());
  try {
    return await sendOnce(origin, request, abort.signal);
  } catch {
    // fetch throws for whatever kept the answer away; which of the two it was, the signal knows.
    return { is: 'failed', why: abort.signal.aborted ? 'deadline' : 'network' };
  } finally {
    stopWatching();
  }
}

async function sendOnce(origin: string, request: NetRequest, signal: AbortSignal): Promise<NetAnswer> {
  const { method, target, headers, body } = request;
  const response = await fetch(origin + target, {
    method,
    headers: { ...headers },
    body,
    signal,
    redirect: 'manual',
    cache: 'no-store',
    credentials: 'omit',
  });
  return {
    is: 'answer',
    status: response.status,
    isRedirect: response.type === 'opaqueredirect' || (response.status >= 300 && response.status < 400),
    header: (name) => response.headers.get(name),
    body: await readLimited(response),
  };
}

async function readLimited(response: Response): Promise<Uint8Array<ArrayBuffer>> {
  const bytes = new Uint8Array(await response.arrayBuffer());
  // Cut short it fits no schema and no seal.
  return bytes.length > ANSWER_BYTES_MAX ? bytes.slice(0, 0) : bytes;
}
