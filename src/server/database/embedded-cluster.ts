/**
 * One PostgreSQL cluster on a private Unix socket, run by us.
 *
 *   no postmaster   → start one
 *   one is running  → it outlived a killed Evertill: attach to it; if it does not answer, stop it and start anew
 *   a stale note    → clear it if its process number belongs to someone else, then start (PostgreSQL recovers by itself)
 */
import { spawn, type ChildProcess } from 'node:child_process';
import { chown, mkdtemp, open, readFile, readdir, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { CannotStart } from './cannot-start.ts';
import { connectWithDeadline } from './connect-with-deadline.ts';
import type { DatabaseAccount } from './database-account.ts';
import { socketPort, type DatabaseAddress } from './database-address.ts';
import type { PostgresBinaries } from './postgres-binaries.ts';
import { processExists } from './live-command.ts';
import { isLivePostgres, readPostmasterState } from './postmaster-file.ts';
import {
  accountOptions,
  bareEnvironment,
  describeProgramResult,
  runProgram,
  succeeded,
} from './run-program.ts';

export interface ClusterSettings {
  readonly home: string;
  readonly account: DatabaseAccount;
  readonly binaries: PostgresBinaries;
  /** Private to the account, and short enough for a socket's path. */
  readonly socketFolder: string;
}

export interface RunningCluster {
  readonly how: 'started' | 'attached';
  readonly pid: number;
  readonly address: DatabaseAddress;
}

export const clusterPerson = 'evertill';

const attachDeadlineMs = 30_000;
/** Recovery after a crash replays the log before anyone may connect. */
const startDeadlineMs = 60_000;
/** The last parts of a killed server may hold its memory for a moment longer. */
const startAttemptsMax = 4;
const startRetryDelayMs = 500;
const stopDeadlineMs = 20_000;
const logBytesMax = 5_000_000;
const logTailCharacters = 1_500;

export async function bringUpCluster(settings: ClusterSettings): Promise<RunningCluster> {
  const cluster = clusterFolder(settings);
  const state = await readPostmasterState(cluster);
  if (state.is === 'running') {
    const attached = await attach(state.pid, state.socketFolder);
    if (attached !== undefined) return attached;
    await stopPostmaster(state.pid);
  }
  if (state.is === 'stale' && state.numberIsTaken) await removeNotes(settings);
  await initialiseCluster(settings);
  return startPostmaster(settings, startAttemptsMax);
}

/**
 * PostgreSQL believes its notes as long as any process has their number, also a dead one nobody has reaped. It still refuses
 * by itself to start while a part of the old server holds the shared memory.
 */
async function removeNotes(settings: ClusterSettings): Promise<void> {
  const socket = join(settings.socketFolder, `.s.PGSQL.${String(socketPort)}`);
  for (const path of [join(clusterFolder(settings), 'postmaster.pid'), socket, `${socket}.lock`]) {
    await rm(path, { force: true });
  }
}

/** Returns once the server has written everything and is gone. Safe to call when it is gone already. */
export async function stopCluster(settings: ClusterSettings): Promise<void> {
  const cluster = clusterFolder(settings);
  const state = await readPostmasterState(cluster);
  if (state.is === 'running') await stopPostmaster(state.pid);
}

/** What an interrupted first start left behind. Call only while no other start can be under way. */
export async function removeUnfinishedClusters(settings: ClusterSettings): Promise<void> {
  for (const name of await readdir(settings.home)) {
    if (name.startsWith('cluster.new-'))
      await rm(join(settings.home, name), { recursive: true, force: true });
  }
}

function clusterFolder(settings: ClusterSettings): string {
  return join(settings.home, 'cluster');
}

async function attach(pid: number, socketFolder: string): Promise<RunningCluster | undefined> {
  const address = addressAt(socketFolder);
  const attempt = await connectWithDeadline(address, {
    deadlineMs: attachDeadlineMs,
    giveUp: () => !processExists(pid),
  });
  if (attempt.is === 'notInTime') return undefined;
  await attempt.client.end();
  return { how: 'attached', pid, address };
}

function addressAt(folder: string): DatabaseAddress {
  return { is: 'socket', folder, person: clusterPerson, database: 'postgres' };
}

/** Made aside and renamed: a cluster is either whole or not there, also when the machine dies in the middle. */
async function initialiseCluster(settings: ClusterSettings): Promise<void> {
  const cluster = clusterFolder(settings);
  if (await pathExists(join(cluster, 'PG_VERSION'))) return;
  const unfinished = await mkdtemp(join(settings.home, 'cluster.new-'));
  if (settings.account !== undefined) await chown(unfinished, settings.account.uid, settings.account.gid);
  const result = await runProgram(settings.binaries.initdb, initdbArguments(unfinished), {
    account: settings.account,
  });
  if (!succeeded(result))
    throw new CannotStart(`Could not create the database: ${describeProgramResult(result)}`);
  await rename(unfinished, cluster).catch(async (error: unknown) => {
    await rm(unfinished, { recursive: true, force: true });
    if (!(await pathExists(join(cluster, 'PG_VERSION')))) throw error;
  });
}

function initdbArguments(folder: string): string[] {
  return [
    `--pgdata=${folder}`,
    `--username=${clusterPerson}`,
    '--encoding=UTF8',
    '--locale=C',
    '--data-checksums',
    // The socket's folder is 0700: whoever can reach it owns the files anyway.
    '--auth-local=trust',
    '--auth-host=reject',
    '--no-instructions',
  ];
}

async function startPostmaster(settings: ClusterSettings, attemptsLeft: number): Promise<RunningCluster> {
  const child = await spawnPostmaster(settings);
  const address = addressAt(settings.socketFolder);
  const attempt = await connectWithDeadline(address, {
    deadlineMs: startDeadlineMs,
    giveUp: () => hasExited(child),
  });
  if (attempt.is === 'connected') {
    await attempt.client.end();
    return { how: 'started', pid: child.pid ?? 0, address };
  }
  const rival = await readPostmasterState(clusterFolder(settings));
  if (rival.is === 'running' && rival.pid !== child.pid) {
    const attached = await attach(rival.pid, rival.socketFolder);
    if (attached !== undefined) return attached;
  }
  child.kill('SIGQUIT');
  if (attemptsLeft > 1 && hasExited(child)) {
    await wait(startRetryDelayMs);
    return startPostmaster(settings, attemptsLeft - 1);
  }
  throw new CannotStart(`The database did not start (${attempt.because}).\n${await tailOfLog(settings)}`);
}

/** Detached, so that Ctrl-C at the terminal reaches us and not the database, which must outlive the last request. */
async function spawnPostmaster(settings: ClusterSettings): Promise<ChildProcess> {
  const log = await openLog(settings);
  try {
    const child = spawn(
      settings.binaries.postgres,
      postmasterArguments(clusterFolder(settings), settings.socketFolder),
      {
        ...accountOptions(settings.account),
        cwd: '/',
        env: bareEnvironment(),
        detached: true,
        stdio: ['ignore', log.fd, log.fd],
      },
    );
    child.on('error', () => undefined);
    child.unref();
    return child;
  } finally {
    await log.close();
  }
}

function postmasterArguments(cluster: string, socketFolder: string): string[] {
  const settings = {
    listen_addresses: '',
    unix_socket_directories: socketFolder,
    unix_socket_permissions: '0700',
    port: String(socketPort),
    max_connections: '80',
    fsync: 'on',
    synchronous_commit: 'on',
    full_page_writes: 'on',
    timezone: 'UTC',
    log_timezone: 'UTC',
    // The log names what went wrong without repeating anyone's data.
    log_min_error_statement: 'panic',
    log_error_verbosity: 'terse',
  };
  return ['-D', cluster, ...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])];
}

async function openLog(settings: ClusterSettings): ReturnType<typeof open> {
  const path = join(settings.home, 'postgres.log');
  const size = await stat(path).then(
    (found) => found.size,
    () => 0,
  );
  if (size > logBytesMax) await rename(path, `${path}.1`);
  return open(path, 'a', 0o600);
}

async function tailOfLog(settings: ClusterSettings): Promise<string> {
  const text = await readFile(join(settings.home, 'postgres.log'), 'utf8').catch(() => '');
  return text.slice(-logTailCharacters);
}

/** SIGINT is PostgreSQL's fast stop; SIGQUIT its emergency stop, after which the next start recovers. */
async function stopPostmaster(pid: number): Promise<void> {
  for (const signal of ['SIGINT', 'SIGQUIT'] as const) {
    sendSignal(pid, signal);
    if (await isGone(pid)) return;
  }
  throw new CannotStart(`The database (process ${String(pid)}) does not stop.`);
}

async function isGone(pid: number): Promise<boolean> {
  const until = performance.now() + stopDeadlineMs;
  while (performance.now() < until) {
    if (!(await isLivePostgres(pid))) return true;
    await wait(25);
  }
  return false;
}

function sendSignal(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal);
  } catch (error) {
    if (processExists(pid)) throw error;
  }
}

function hasExited(child: ChildProcess): boolean {
  return child.pid === undefined || child.exitCode !== null || child.signalCode !== null;
}

function pathExists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}
