/**
 * Keeps one connection whose lock says "an Evertill is running on this data", and notices when the database goes away.
 * The lock dies with the process that holds it, so no file can be left behind that would block the next start.
 */
import { setTimeout as wait } from 'node:timers/promises';
import type pg from 'pg';
import { CannotStart } from './cannot-start.ts';
import { connectWithDeadline } from './connect-with-deadline.ts';
import type { DatabaseAddress } from './database-address.ts';

export interface DatabaseHold {
  release(): Promise<void>;
}

export interface HoldOptions {
  readonly address: DatabaseAddress;
  readonly log: (words: string) => void;
  /** Starts the database again after it died under us. */
  readonly bringUpAgain: () => Promise<void>;
}

const lockKey = 4600_2025_0506;
const connectDeadlineMs = 30_000;
/** A killed Evertill's connection needs a moment to be noticed by the database. */
const lockDeadlineMs = 5_000;
const retryDelayMs = 100;
const bringUpDelayMs = 1_000;

export async function holdDatabase(options: HoldOptions): Promise<DatabaseHold> {
  let client = await connectAndLock(options.address);
  let released = false;
  let recovering: Promise<void> = Promise.resolve();

  const watch = (): void => {
    client.on('error', () => undefined);
    client.once('end', () => {
      if (!released) recovering = recover();
    });
  };
  const recover = async (): Promise<void> => {
    options.log('The database went away. Starting it again.');
    while (!released) {
      const again = await bringUpAndLock(options).catch((error: unknown) => describe(error));
      if (typeof again === 'string') {
        options.log(`The database is still away: ${again}`);
        await wait(bringUpDelayMs);
        continue;
      }
      client = again;
      watch();
      options.log('The database is back.');
      return;
    }
  };

  watch();
  return {
    release: async () => {
      released = true;
      await recovering;
      await client.end();
    },
  };
}

async function bringUpAndLock(options: HoldOptions): Promise<pg.Client> {
  await options.bringUpAgain();
  return connectAndLock(options.address);
}

async function connectAndLock(address: DatabaseAddress): Promise<pg.Client> {
  const attempt = await connectWithDeadline(address, { deadlineMs: connectDeadlineMs });
  if (attempt.is === 'notInTime')
    throw new CannotStart(`The database does not accept connections: ${attempt.because}`);
  const until = performance.now() + lockDeadlineMs;
  while (!(await tryLock(attempt.client))) {
    if (performance.now() >= until) {
      await attempt.client.end();
      throw new CannotStart(
        'Another Evertill is already running on this data directory. Stop it, or set DATA_DIR to another folder.',
      );
    }
    await wait(retryDelayMs);
  }
  return attempt.client;
}

async function tryLock(client: pg.Client): Promise<boolean> {
  const result = await client.query<{ held: boolean }>('select pg_try_advisory_lock($1) as held', [lockKey]);
  return result.rows[0]?.held === true;
}

function describe(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
