/**
 * Aborted when whoever asked has gone, or the time for one request is over: what has not begun by then is not begun, and what
 * runs in the database is ended. */
import type { FastifyReply } from 'fastify';

/** A till gives up after 20 seconds; what it waits for must be over before. */
const REQUEST_MS_MAX = 10_000;

export function callerSignal({ raw }: FastifyReply): AbortSignal {
  const gone = new AbortController();
  raw.once('close', () => {
    if (!raw.writableFinished) gone.abort();
  });
  return AbortSignal.any([gone.signal, AbortSignal.timeout(REQUEST_MS_MAX)]);
}
