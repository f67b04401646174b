/** Connects to a database that may still be starting or recovering, trying again until a deadline. */
import { setTimeout as wait } from 'node:timers/promises';
import pg from 'pg';
import { connectionOf, type DatabaseAddress } from './database-address.ts';

export type Connecting = { is: 'connected'; client: pg.Client } | { is: 'notInTime'; because: string };

export interface ConnectOptions {
  readonly deadlineMs: number;
  /** Ends the attempts early, for instance when the server's process has died. */
  readonly giveUp?: () => boolean;
}

const retryDelayMs = 50;
const attemptMsMax = 5_000;

export async function connectWithDeadline(
  address: DatabaseAddress,
  options: ConnectOptions,
): Promise<Connecting> {
  const until = performance.now() + options.deadlineMs;
  for (;;) {
    const attempt = await connectOnce(address);
    if (attempt.is === 'connected') return attempt;
    if (performance.now() >= until || options.giveUp?.() === true) return attempt;
    await wait(retryDelayMs);
  }
}

async function connectOnce(address: DatabaseAddress): Promise<Connecting> {
  const client = new pg.Client({
    ...connectionOf(address),
    connectionTimeoutMillis: attemptMsMax,
    application_name: `evertill ${String(process.pid)}`,
  });
  try {
    await client.connect();
    return { is: 'connected', client };
  } catch (error) {
    await client.end().catch(() => undefined);
    return { is: 'notInTime', because: error instanceof Error ? error.message : String(error) };
  }
}
