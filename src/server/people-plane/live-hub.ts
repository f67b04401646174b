/** Hears from the database whose tables changed, over one connection, and tells the streams of that business alone. */
import { setTimeout as delay } from 'node:timers/promises';
import type { Pool } from 'pg';
import { CHANGED_CHANNEL } from '../database/changed-channel.ts';

export interface LiveHub {
  /** @returns how to leave again, or null when there are as many as there may be. */
  join(business: string, tell: () => void): (() => void) | null;
  stop(): Promise<void>;
}

/** Each holds a connection of the front, which has a hundred more for questions. */
export const LIVE_STREAMS_MAX = 48;
const AGAIN_MS = 2_000;

export function startLiveHub(pool: Pool): LiveHub {
  const streams = new Map<() => void, string>();
  const ending = new AbortController();
  let listening: Promise<void> | null = null;
  const heard = (business: string | null): void => {
    for (const [tell, own] of streams) if (business === null || own === business) tell();
  };
  return {
    join: (business, tell) => {
      if (streams.size >= LIVE_STREAMS_MAX || ending.signal.aborted) return null;
      streams.set(tell, business);
      listening ??= listen(pool, heard, ending.signal);
      return () => void streams.delete(tell);
    },
    stop: async () => {
      ending.abort();
      await listening;
    },
  };
}

async function listen(
  pool: Pool,
  heard: (business: string | null) => void,
  signal: AbortSignal,
): Promise<void> {
  while (!signal.aborted) {
    await listenOnce(pool, heard, signal).catch(() => undefined);
    await delay(AGAIN_MS, undefined, { signal }).catch(() => undefined);
    // What was said while nobody listened is not known.
    heard(null);
  }
}

/** Returns when the connection is lost, or it is time to end. */
async function listenOnce(
  pool: Pool,
  heard: (business: string | null) => void,
  signal: AbortSignal,
): Promise<void> {
  const client = await pool.connect();
  const over = new Promise<void>((resolve) => {
    client.once('error', () => resolve());
    client.once('end', () => resolve());
    signal.addEventListener('abort', () => resolve(), { once: true });
  });
  client.on('notification', ({ payload }) => heard(payload ?? null));
  try {
    await client.query(`listen ${CHANGED_CHANNEL}`);
    await over;
  } finally {
    client.release(true);
  }
}
