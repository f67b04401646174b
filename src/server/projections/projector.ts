/** Keeps the projections up with the ledger: after each append, and every few seconds for what other servers took in. */
import { setTimeout as delay } from 'node:timers/promises';
import type { Pool } from 'pg';
import * as z from 'zod/mini';
import { ofBusiness } from '../database/borrow-connection.ts';
import { businessesWith } from '../database/business-of.ts';

import { queryRows } from '../database/query-rows.ts';
import { flagHoles } from './flag-holes.ts';
import type { Clock } from '../server-clock.ts';
import { takePeopleTold } from '../reference/take-people-told.ts';
import { projectTill } from './project-till.ts';
import { readAgain } from './read-again.ts';

export interface Projector {
  /** There are new facts. */
  poke(): void;
  /** Returns when nothing is being written any more. */
  stop(): Promise<void>;
}

export interface ProjectorOptions {
  readonly pool: Pool;
  readonly clock: Clock;
  readonly log: (words: string) => void;
  /** Opens what tills sealed about people. */
  readonly sealedBox: CryptoKey;
}

const POLL_MS = 5_000;

export function startProjector({ pool, clock, log, sealedBox }: ProjectorOptions): Projector {
  const stopping = new AbortController();
  const bell = makeBell();
  const complain = (error: unknown): void => {
    const because = error instanceof Error ? error.message : String(error);
    log(`Reading the ledger failed, and is tried again: ${because}`);
  };
  const loop = async (): Promise<void> => {
    await readAgain(pool, clock(), stopping.signal).catch(complain);
    while (!stopping.signal.aborted) {
      await catchUp(pool, stopping.signal).catch(complain);
      await takePeopleTold(pool, sealedBox, stopping.signal).catch(complain);
      await bell.wait(POLL_MS);
    }
  };
  const ended = loop();
  return {
    poke: () => {
      bell.ring();
    },
    stop: () => {
      stopping.abort();
      bell.ring();
      return ended;
    },
  };
}

/** Projects all there is, till by till. */
export async function catchUp(pool: Pool, signal?: AbortSignal): Promise<void> {
  for (const { business, till } of await tillsBehind(pool)) {
    const own = ofBusiness(pool, business);
    while (signal?.aborted !== true && (await projectTill(own, till)));
  }
  for (const business of await businessesWith(pool, 'holes')) {
    const own = ofBusiness(pool, business);
    while (signal?.aborted !== true && (await flagHoles(own)));
  }
}

const behindSchema = z.object({ business: z.string(), till: z.string() });

function tillsBehind(pool: Pool): Promise<z.infer<typeof behindSchema>[]> {
  return queryRows(pool, 'select business, till from evertill.tills_behind()', [], behindSchema);
}

interface Bell {
  readonly ring: () => void;
  /** Returns after that time, or at the first ring since the last wait. */
  readonly wait: (ms: number) => Promise<void>;
}

function makeBell(): Bell {
  let rung = new AbortController();
  return {
    ring: () => {
      rung.abort();
    },
    wait: async (ms) => {
      await delay(ms, undefined, { signal: rung.signal }).catch(() => undefined);
      rung = new AbortController();
    },
  };
}
