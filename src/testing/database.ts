/**
 * A fresh, migrated database for a test file, on a real PostgreSQL: the built-in one, or Debian's. One cluster per engine
 * serves all test files of a run; `database-setup.ts` stops it at the end.
 */
import { createHash, randomUUID } from 'node:crypto';
import { chmod, mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type pg from 'pg';
import { chooseDatabaseAccount } from '../server/database/database-account.ts';
import { withDatabase, type DatabaseAddress } from '../server/database/database-address.ts';
import { prepareDatabaseHome, prepareSocketFolder, systemFolder } from '../server/database/database-home.ts';
import { bringUpCluster, stopCluster, type ClusterSettings } from '../server/database/embedded-cluster.ts';
import { migrateDatabase, type MigrationList } from '../server/database/migrate-database.ts';
import { isLivePostgres } from '../server/database/postmaster-file.ts';
import { openPool, type PoolLimits, type PoolRole } from '../server/database/pool.ts';
import {
  findDebianBinaries,
  prepareBundledBinaries,
  type PostgresBinaries,
} from '../server/database/postgres-binaries.ts';
import { migrationList } from '../server/migrations/migration-list.ts';

export type DatabaseEngine = 'embedded' | 'debian';

export interface TestDatabase {
  readonly address: DatabaseAddress;
  /** Closed by `stop` unless the test closed it before. */
  openPool(role: PoolRole, limits?: PoolLimits): pg.Pool;
  /** With `kill -9`, and starts it anew; null where other test files work on the same cluster. */
  readonly killCluster: (() => Promise<void>) | null;
  stop(): Promise<void>;
}

export interface TestDatabaseOptions {
  readonly engine?: DatabaseEngine;
  readonly migrations?: MigrationList;
}

/** The folder of this run's clusters, set once for all workers. */
export const runFolderVariable = 'EVERTILL_TEST_DATABASES';

const lockDeadlineMs = 90_000;
const lockRetryMs = 50;

export async function startTestDatabase(options: TestDatabaseOptions = {}): Promise<TestDatabase> {
  const shared = process.env[runFolderVariable];
  const folder = shared ?? (await makeRunFolder());
  const settings = await prepareTestCluster(folder, options.engine ?? 'embedded');
  const { maintenance, template, pid } = await withFolderLock(`${settings.home}.lock`, async () => {
    const running = await bringUpCluster(settings);
    return {
      maintenance: running.address,
      pid: running.pid,
      template: await ensureTemplate(running.address, options.migrations ?? migrationList),
    };
  });
  const name = `test_${randomUUID().replaceAll('-', '')}`;
  await runStatement(maintenance, `create database ${name} template ${template}`);
  const database = holdOf(withDatabase(maintenance, name), () =>
    runStatement(maintenance, `drop database ${name} with (force)`),
  );
  if (shared !== undefined) return { ...database, killCluster: null };
  const killCluster = clusterKiller(settings, pid);
  return { ...database, killCluster, stop: () => stopAll(database, settings, folder) };
}

function clusterKiller(settings: ClusterSettings, firstPid: number): () => Promise<void> {
  let pid = firstPid;
  return async () => {
    process.kill(pid, 'SIGKILL');
    while (await isLivePostgres(pid)) await wait(lockRetryMs);
    pid = (await bringUpCluster(settings)).pid;
  };
}

/** Whether tests that want this engine can run here; a test that cannot says so by being skipped. */
export async function engineIsInstalled(engine: DatabaseEngine): Promise<boolean> {
  return engine === 'embedded' || (await findDebianBinaries()) !== undefined;
}

/** Reachable for the account the database runs as. */
export async function makeRunFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), `evertill-test-${String(process.pid)}-`));
  await chmod(folder, 0o711);
  return folder;
}

export async function prepareTestCluster(
  runFolder: string,
  engine: DatabaseEngine,
): Promise<ClusterSettings> {
  const dataDirectory = join(runFolder, engine);
  await mkdir(dataDirectory, { recursive: true, mode: 0o711 });
  const account = await chooseDatabaseAccount(join(dataDirectory, 'database'));
  const home = await withFolderLock(`${dataDirectory}.lock`, () =>
    prepareDatabaseHome(dataDirectory, account),
  );
  const socketFolder = await prepareSocketFolder(home, account);
  return { home, account, binaries: await binariesOf(engine, account), socketFolder };
}

async function binariesOf(
  engine: DatabaseEngine,
  account: ClusterSettings['account'],
): Promise<PostgresBinaries> {
  if (engine === 'embedded')
    return prepareBundledBinaries(account, account === undefined ? tmpdir() : systemFolder);
  const debian = await findDebianBinaries();
  if (debian === undefined) throw new Error("Debian's PostgreSQL is not installed (package postgresql)");
  return debian;
}

function holdOf(address: DatabaseAddress, drop: () => Promise<void>): Omit<TestDatabase, 'killCluster'> {
  const pools = new Set<pg.Pool>();
  return {
    address,
    openPool: (role, limits) => {
      const pool = openPool(address, role, limits);
      pools.add(pool);
      return pool;
    },
    stop: async () => {
      await Promise.all([...pools].filter((pool) => !pool.ended).map((pool) => pool.end()));
      await drop();
    },
  };
}

async function stopAll(
  database: Pick<TestDatabase, 'stop'>,
  settings: ClusterSettings,
  folder: string,
): Promise<void> {
  await database.stop();
  await stopCluster(settings);
  await rm(settings.home, { recursive: true, force: true });
  await rm(folder, { recursive: true, force: true });
}

/** Migrating once and copying the result is ten times faster than migrating for every test file. */
async function ensureTemplate(maintenance: DatabaseAddress, migrations: MigrationList): Promise<string> {
  const name = `template_${fingerprint(migrations)}`;
  const pool = openPool(maintenance, 'owner');
  try {
    const found = await pool.query('select 1 from pg_database where datname = $1 and datistemplate', [name]);
    if (found.rows.length > 0) return name;
    await pool.query(`drop database if exists ${name}`);
    await pool.query(`create database ${name}`);
    await migrateDatabase(withDatabase(maintenance, name), migrations);
    await pool.query(`alter database ${name} is_template true`);
    return name;
  } finally {
    await pool.end();
  }
}

/** In watch mode the cluster outlives a changed migration. */
function fingerprint(migrations: MigrationList): string {
  const hash = createHash('sha256');
  for (const [name, migration] of Object.entries(migrations))
    hash.update(`${name}\n${migration.up.toString()}\n`);
  return hash.digest('hex').slice(0, 16);
}

async function runStatement(address: DatabaseAddress, statement: string): Promise<void> {
  const pool = openPool(address, 'owner');
  try {
    await pool.query(statement);
  } finally {
    await pool.end();
  }
}

/** Workers are processes of their own; whoever makes the folder works, the others wait. */
async function withFolderLock<Result>(path: string, act: () => Promise<Result>): Promise<Result> {
  const until = performance.now() + lockDeadlineMs;
  while (!(await tryMakeFolder(path))) {
    if (performance.now() >= until) throw new Error(`${path} is held for too long`);
    await wait(lockRetryMs);
  }
  try {
    return await act();
  } finally {
    await rm(path, { recursive: true, force: true });
  }
}

async function tryMakeFolder(path: string): Promise<boolean> {
  try {
    await mkdir(path);
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false;
    throw error;
  }
}
