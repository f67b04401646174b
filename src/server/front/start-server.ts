/**
 * Starts everything in order and stops it in the reverse order.
 *
 *   keys → database → migrations → seed → people plane (a process) → front with the till plane → listening
 */
import type { FastifyInstance, FastifyPluginAsync } from 'fastify';
import { join } from 'node:path';
import type pg from 'pg';
import type { Configuration } from '../configuration.ts';
import { CannotStart } from '../database/cannot-start.ts';
import { makeDataDirectory } from '../database/data-directory.ts';
import type { DatabaseAddress } from '../database/database-address.ts';
import { prepareSocketFolder } from '../database/database-home.ts';
import { migrateDatabase, type MigrationList } from '../database/migrate-database.ts';
import { openEmbeddedDatabase, openOutsideDatabase, type ServerDatabase } from '../database/open-database.ts';
import { openPool } from '../database/pool.ts';
import { layOutKeys } from '../keys-as-text.ts';
import { clockOffsetMs, serverClock, type Clock } from '../server-clock.ts';
import { loadOrCreateServerKeys, type ServerKeys } from '../server-keys.ts';
import { buildFront } from './build-front.ts';
import type { RequestObserver } from './observe-requests.ts';
import { startPeopleProcess, type PeopleProcess } from './people-process.ts';
import { StopSequence } from './stop-sequence.ts';

/** What the till plane is given; it holds nothing else and asks nobody else. */
export interface TillPlaneDependencies {
  /** As the role `evertill_till`. */
  readonly pool: pg.Pool;
  /** For a connection of its own that listens for hints. */
  readonly address: DatabaseAddress;
  readonly keys: ServerKeys;
  readonly clock: Clock;
  /** Aborted when the server stops: open streams end. */
  readonly stopping: AbortSignal;
  readonly log: (words: string) => void;
}

export interface SeedContext {
  /** As the owner of the tables. */
  readonly pool: pg.Pool;
  readonly keys: ServerKeys;
  readonly clock: Clock;
}

/** What the faults of a demo may reach. */
export interface FaultControls {
  /** Starts the people plane from another entry file, or from its own again. */
  restartPeople(entry?: string): void;
  /** For a pool of its own, with which it can take connections away from others. */
  readonly address: DatabaseAddress;
  readonly clock: Clock;
  readonly stopping: AbortSignal;
}

export interface ServerParts<Seeded> {
  readonly migrations: MigrationList;
  readonly tillPlane: (dependencies: TillPlaneDependencies) => FastifyPluginAsync;
  readonly peopleEntry: string;
  readonly appFolder: string;
  readonly seed: (context: SeedContext) => Promise<Seeded>;
  /** @param password null closes it. */
  readonly keepCanary: (owner: pg.Pool, password: string | null, now: number) => Promise<void>;
  /** The code with which whoever runs the server founds the next business. */
  readonly setUpCode: (owner: pg.Pool, keysFolder: string) => Promise<string>;
  /** Registered only when the configuration says so. */
  readonly faults: (controls: FaultControls) => FastifyPluginAsync;
  readonly log: (words: string) => void;
  readonly logRequest?: RequestObserver | null;
}

export interface RunningServer<Seeded> {
  readonly address: string;
  readonly database: DatabaseAddress;
  readonly people: PeopleProcess;
  readonly seeded: Seeded | null;
  readonly setUpCode: string;
  stop(): Promise<void>;
}

const closeDeadlineMs = 5_000;

export async function startServer<Seeded>(
  configuration: Configuration,
  parts: ServerParts<Seeded>,
  stops: StopSequence = new StopSequence(parts.log),
): Promise<RunningServer<Seeded>> {
  try {
    return await startInOrder(configuration, parts, stops);
  } catch (error) {
    await stops.run();
    throw error;
  }
}

async function startInOrder<Seeded>(
  configuration: Configuration,
  parts: ServerParts<Seeded>,
  stops: StopSequence,
): Promise<RunningServer<Seeded>> {
  await makeDataDirectory(configuration.dataDirectory);
  const clockDay = configuration.faults.is === 'onDemand' ? configuration.faults.clockDay : null;
  const offsetMs = await clockOffsetMs(clockDay, configuration.dataDirectory, Date.now());
  const clock = serverClock(offsetMs);
  const keysFolder = join(configuration.dataDirectory, 'keys');
  if (configuration.serverKeys !== null) await layOutKeys(configuration.serverKeys, keysFolder);
  const keys = await loadOrCreateServerKeys(keysFolder, clock());

  const database = await openDatabase(configuration, parts.log);
  stops.add('the database', () => database.stop());
  parts.log(`Database: ${database.description}.`);
  const migrated = await migrateDatabase(database.address, parts.migrations);
  if (migrated.length > 0) parts.log(`Brought the database up to date: ${migrated.join(', ')}.`);
  await asOwner(database.address, (pool) => parts.keepCanary(pool, configuration.canaryPassword, clock()));
  const seeded = configuration.demo
    ? await asOwner(database.address, (pool) => parts.seed({ pool, keys, clock }))
    : null;
  const setUpCode = await asOwner(database.address, (pool) => parts.setUpCode(pool, keysFolder));

  const socketPath = await peopleSocket(configuration);
  const settings = { socketPath, database: database.address, keysFolder, clockOffsetMs: offsetMs };
  const people = startPeopleProcess({ entry: parts.peopleEntry, settings, log: parts.log });
  stops.add('office sign-in', () => people.stop());

  const front = await startFront(
    configuration,
    parts,
    { people, address: database.address, keys, clock },
    stops,
  );
  const address = await listen(front, configuration);
  return { address, database: database.address, people, seeded, setUpCode, stop: () => stops.run() };
}

interface Beneath {
  readonly people: PeopleProcess;
  readonly address: DatabaseAddress;
  readonly keys: ServerKeys;
  readonly clock: Clock;
}

async function startFront(
  configuration: Configuration,
  parts: ServerParts<unknown>,
  { people, address, keys, clock }: Beneath,
  stops: StopSequence,
): Promise<FastifyInstance> {
  const { appFolder, log } = parts;
  const ending = new AbortController();
  const stopping = ending.signal;
  const pool = openPool(address, 'till');
  stops.add("the till plane's connections", () => pool.end());
  const restartPeople = (entry?: string): void => people.restart(entry);
  const front = await buildFront({
    appFolder,
    tillPool: pool,
    tillPlane: parts.tillPlane({ pool, address, keys, clock, stopping, log }),
    people,
    faults:
      configuration.faults.is === 'onDemand'
        ? parts.faults({ restartPeople, address, clock, stopping })
        : undefined,
    log,
    logRequest: parts.logRequest ?? null,
    metricsToken: configuration.metricsToken,
    trustedProxies: configuration.trustedProxies,
  });
  stops.add('open connections', async () => {
    ending.abort();
    const insist = setTimeout(() => front.server.closeAllConnections(), closeDeadlineMs);
    await front.close();
    clearTimeout(insist);
  });
  return front;
}

function openDatabase(configuration: Configuration, log: (words: string) => void): Promise<ServerDatabase> {
  return configuration.database.is === 'outside'
    ? openOutsideDatabase(configuration.database.url)
    : openEmbeddedDatabase({ dataDirectory: configuration.dataDirectory, log });
}

async function asOwner<Result>(
  address: DatabaseAddress,
  act: (pool: pg.Pool) => Promise<Result>,
): Promise<Result> {
  const pool = openPool(address, 'owner');
  try {
    return await act(pool);
  } finally {
    await pool.end();
  }
}

/** Named after this process: several servers may share a data directory when the database is elsewhere. */
async function peopleSocket(configuration: Configuration): Promise<string> {
  const folder = await prepareSocketFolder(configuration.dataDirectory, undefined);
  return join(folder, `people-${String(process.pid)}.sock`);
}

async function listen(front: FastifyInstance, configuration: Configuration): Promise<string> {
  try {
    return await front.listen({ host: configuration.host, port: configuration.port });
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    if (code === 'EADDRINUSE')
      throw new CannotStart(`Port ${String(configuration.port)} is taken. Set PORT to another one.`);
    if (code === 'EACCES')
      throw new CannotStart(
        `Port ${String(configuration.port)} may not be used by this account. Set PORT to another one.`,
      );
    if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND')
      throw new CannotStart(`HOST "${configuration.host}" is not an address of this machine.`);
    throw error;
  }
}
