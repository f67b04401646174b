/** The server's database: the built-in PostgreSQL in the data directory, or the one DATABASE_URL names. */
import { access, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type pg from 'pg';
import { CannotStart } from './cannot-start.ts';
import { connectWithDeadline } from './connect-with-deadline.ts';
import { chooseDatabaseAccount } from './database-account.ts';
import { withDatabase, type DatabaseAddress } from './database-address.ts';
import { prepareDatabaseHome, prepareSocketFolder, systemFolder } from './database-home.ts';
import { assertDurable } from './durability.ts';
import {
  bringUpCluster,
  removeUnfinishedClusters,
  stopCluster,
  type ClusterSettings,
} from './embedded-cluster.ts';
import { holdDatabase, type DatabaseHold } from './hold-database.ts';
import { prepareBundledBinaries } from './postgres-binaries.ts';

export interface ServerDatabase {
  readonly address: DatabaseAddress;
  /** For the log: where it lies and whether it was started or found running. */
  readonly description: string;
  stop(): Promise<void>;
}

export interface EmbeddedOptions {
  readonly dataDirectory: string;
  readonly log: (words: string) => void;
}

const databaseName = 'evertill';
const connectDeadlineMs = 30_000;

export async function openOutsideDatabase(url: string): Promise<ServerDatabase> {
  const address: DatabaseAddress = { is: 'url', url };
  await withClient(address, assertDurable);
  return { address, description: 'the PostgreSQL in DATABASE_URL', stop: () => Promise.resolve() };
}

export async function openEmbeddedDatabase(options: EmbeddedOptions): Promise<ServerDatabase> {
  const settings = await prepareCluster(options.dataDirectory);
  const running = await bringUpCluster(settings);
  const hold = await holdDatabase({
    address: running.address,
    log: options.log,
    bringUpAgain: async () => {
      await bringUpCluster(settings);
    },
  });
  const address = withDatabase(running.address, databaseName);
  try {
    await makeReady(settings, running.address, address);
  } catch (error) {
    await stopEverything(hold, settings);
    throw error;
  }
  return {
    address,
    description: `built-in PostgreSQL in ${settings.home} (${running.how === 'attached' ? 'found running' : 'started'})`,
    stop: () => stopEverything(hold, settings),
  };
}

/**
 * For a command beside a running server: attaches to its database without taking its place, or starts the database for as long
 * as the command works.
 */
export async function visitEmbeddedDatabase<Result>(
  dataDirectory: string,
  act: (address: DatabaseAddress) => Promise<Result>,
): Promise<Result> {
  await access(join(dataDirectory, 'database')).catch(() => {
    throw new CannotStart(`There is no database in ${dataDirectory}. Set DATA_DIR to the server's.`);
  });
  const settings = await prepareCluster(dataDirectory);
  const running = await bringUpCluster(settings);
  try {
    return await act(withDatabase(running.address, databaseName));
  } finally {
    if (running.how === 'started') await stopCluster(settings);
  }
}

export async function prepareCluster(dataDirectory: string): Promise<ClusterSettings> {
  const account = await chooseDatabaseAccount(join(dataDirectory, 'database'));
  const home = await prepareDatabaseHome(dataDirectory, account);
  const binaries = await prepareBundledBinaries(
    account,
    account === undefined ? dataDirectory : systemFolder,
  );
  return { home, account, binaries, socketFolder: await prepareSocketFolder(home, account) };
}

async function makeReady(
  settings: ClusterSettings,
  maintenance: DatabaseAddress,
  address: DatabaseAddress,
): Promise<void> {
  await removeUnfinishedClusters(settings);
  await withClient(maintenance, createDatabaseIfMissing);
  await withClient(address, assertDurable);
}

async function createDatabaseIfMissing(client: pg.Client): Promise<void> {
  const found = await client.query('select 1 from pg_database where datname = $1', [databaseName]);
  if (found.rows.length === 0) await client.query(`create database ${databaseName}`);
}

async function stopEverything(hold: DatabaseHold, settings: ClusterSettings): Promise<void> {
  await hold.release();
  await stopCluster(settings);
  // A folder outside the home would stay in the system's temporary folder for ever.
  if (!settings.socketFolder.startsWith(settings.home))
    await rm(settings.socketFolder, { recursive: true, force: true });
}

async function withClient(
  address: DatabaseAddress,
  act: (client: pg.Client) => Promise<void>,
): Promise<void> {
  const attempt = await connectWithDeadline(address, { deadlineMs: connectDeadlineMs });
  if (attempt.is === 'notInTime') throw new CannotStart(`The database cannot be reached: ${attempt.because}`);
  try {
    await act(attempt.client);
  } finally {
    await attempt.client.end();
  }
}
