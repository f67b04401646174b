/**
 * Rings for a business when its reference data changed: at once when the database tells, and by looking every few seconds where
 * nothing told, so that a lost or impossible LISTEN costs one look.
 */
import { setTimeout as delay } from 'node:timers/promises';
import type pg from 'pg';
import * as z from 'zod/mini';
import { readJson } from '../../journal/read-json.ts';
import { connectWithDeadline } from '../database/connect-with-deadline.ts';
import type { DatabaseAddress } from '../database/database-address.ts';
import { queryRows, type Queryable } from '../database/query-rows.ts';

export interface HintBoard {
  /** @returns what ends it. */
  readonly hear: (business: string, ring: () => void) => () => void;
  readonly stop: () => Promise<void>;
}

export interface HintBoardOptions {
  /** For a connection of its own, which a pool cannot lend for ever; null looks only. */
  readonly address: DatabaseAddress | null;
  readonly pool: Queryable;
  readonly log: (words: string) => void;
  readonly lookEveryMs?: number;
}

export const HINT_LOOK_MS = 5_000;
/** Many changes in one breath, such as an import's, are one hint. */
const GATHER_MS = 200;
const CONNECT_MS_MAX = 5_000;

const changeSchema = z.object({ business: z.string(), version: z.int() });
type Change = z.infer<typeof changeSchema>;

export function startHintBoard(options: HintBoardOptions): HintBoard {
  const { address, pool, log, lookEveryMs = HINT_LOOK_MS } = options;
  const stopping = new AbortController();
  const rings = new Map<string, Set<() => void>>();
  const known = new Map<string, number>();
  const gathered = new Set<string>();
  let gathering: NodeJS.Timeout | null = null;

  function note({ business, version }: Change): void {
    if (!rings.has(business) || known.get(business) === version) return;
    known.set(business, version);
    gathered.add(business);
    gathering ??= setTimeout(ringAll, GATHER_MS);
  }

  function ringAll(): void {
    gathering = null;
    for (const business of gathered) for (const ring of rings.get(business) ?? []) ring();
    gathered.clear();
  }

  const look = async (): Promise<void> => {
    if (rings.size > 0) (await readVersions(pool, [...rings.keys()])).forEach(note);
  };
  const pause = (): Promise<void> => delay(lookEveryMs, undefined, { signal: stopping.signal }).catch(ignore);
  const ended = Promise.all([
    repeat(look, pause, stopping.signal, log),
    ...(address === null
      ? []
      : [repeat(() => listen(address, note, stopping.signal), pause, stopping.signal, log)]),
  ]);
  return {
    hear: (business, ring) => {
      const all = rings.get(business) ?? new Set();
      rings.set(business, all.add(ring));
      return () => {
        all.delete(ring);
        if (all.size > 0) return;
        rings.delete(business);
        known.delete(business);
      };
    },
    stop: async () => {
      stopping.abort();
      if (gathering !== null) clearTimeout(gathering);
      await ended;
    },
  };
}

async function repeat(
  act: () => Promise<void>,
  pause: () => Promise<void>,
  signal: AbortSignal,
  log: (words: string) => void,
): Promise<void> {
  while (!signal.aborted) {
    await act().catch((error: unknown) => {
      const because = error instanceof Error ? error.message : String(error);
      log(`Tills hear of changes a little later: ${because}`);
    });
    await pause();
  }
}

function readVersions(pool: Queryable, businesses: readonly string[]): Promise<Change[]> {
  const text = 'select business, version from evertill.versions_of($1)';
  return queryRows(pool, text, [businesses], changeSchema);
}

/** Returns when the connection has ended. */
async function listen(
  address: DatabaseAddress,
  note: (change: Change) => void,
  signal: AbortSignal,
): Promise<void> {
  const giveUp = (): boolean => signal.aborted;
  const attempt = await connectWithDeadline(address, { deadlineMs: CONNECT_MS_MAX, giveUp });
  if (attempt.is === 'notInTime') throw new Error(attempt.because);
  const { client } = attempt;
  const ended = endOf(client);
  client.on('notification', ({ payload }) => {
    const change = changeSchema.safeParse(readJson(payload ?? ''));
    if (change.success) note(change.data);
  });
  const end = (): void => void client.end();
  signal.addEventListener('abort', end);
  if (signal.aborted) end();
  else await client.query('listen evertill_reference').catch(ignore);
  await ended;
  signal.removeEventListener('abort', end);
}

function endOf(client: pg.Client): Promise<void> {
  return new Promise((resolve) => {
    // Unheard, the event would end the process; what it tells is told again by `end`.
    client.on('error', ignore);
    client.once('end', () => resolve());
  });
}

function ignore(): void {
  // See above.
}
