/**
 * The folder that holds the database's files, its socket and its log, owned by the database's account.
 *
 *   DATA_DIR/database/cluster       the data
 *   DATA_DIR/database/socket        0700: who can enter may connect
 *   DATA_DIR/database/postgres.log
 *
 * When that account cannot reach DATA_DIR (root's checkout under a 0700 home), DATA_DIR/database is a symlink to a folder
 * outside, so deleting or moving DATA_DIR still does what a person expects.
 */
import { createHash } from 'node:crypto';
import { chmod, chown, lstat, mkdir, mkdtemp, realpath, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CannotStart } from './cannot-start.ts';
import type { DatabaseAccount } from './database-account.ts';
import { runProgram, succeeded } from './run-program.ts';

/** A Unix socket's path has room for 107 bytes on Linux and 103 on macOS; the file name takes 15 of them. */
const socketFolderBytesMax = 103 - '/.s.PGSQL.5432'.length;
const temporaryFolderBytesMax = 50;

export const systemFolder = '/var/lib/evertill';

export async function prepareDatabaseHome(dataDirectory: string, account: DatabaseAccount): Promise<string> {
  const wanted = join(dataDirectory, 'database');
  if (!(await somethingLiesAt(wanted))) await createHome(dataDirectory, wanted, account);
  const home = await realpath(wanted).catch(() => {
    throw new CannotStart(
      `${wanted} points to a folder that is gone. Put that folder back, or remove ${wanted} to begin anew.`,
    );
  });
  if (await canEnter(home, account)) return home;
  throw new CannotStart(
    `The account "${account?.name ?? 'running Evertill'}", which runs the database, cannot reach ${home}. ` +
      'Open the folders above it to other accounts (chmod o+x), or set DATA_DIR to a folder it can reach.',
  );
}

/** Lies elsewhere, under a name that follows from the home, when the home's own path is too long for a socket. */
export async function prepareSocketFolder(home: string, account: DatabaseAccount): Promise<string> {
  const wanted = join(home, 'socket');
  if (Buffer.byteLength(wanted) <= socketFolderBytesMax) return ownedFolder(wanted, account);
  const base = Buffer.byteLength(tmpdir()) <= temporaryFolderBytesMax ? tmpdir() : '/tmp';
  const elsewhere = join(
    base,
    `evertill-socket-${createHash('sha256').update(home).digest('hex').slice(0, 12)}`,
  );
  return (await isFreeOrOwn(elsewhere, account))
    ? ownedFolder(elsewhere, account)
    : ownedFolder(await mkdtemp(`${elsewhere}-`), account);
}

/** A shared temporary folder is open to all: a folder somebody else put there is not ours to use. */
async function isFreeOrOwn(path: string, account: DatabaseAccount): Promise<boolean> {
  const found = await lstat(path).catch(() => undefined);
  if (found === undefined) return true;
  return found.isDirectory() && found.uid === (account?.uid ?? process.getuid?.());
}

async function createHome(dataDirectory: string, wanted: string, account: DatabaseAccount): Promise<void> {
  if (account === undefined || (await canEnter(dataDirectory, account))) {
    await ownedFolder(wanted, account);
    return;
  }
  await mkdir(systemFolder, { recursive: true });
  await chmod(systemFolder, 0o755);
  const outside = await ownedFolder(await mkdtemp(join(systemFolder, 'database-')), account);
  await symlink(outside, wanted);
}

async function ownedFolder(path: string, account: DatabaseAccount): Promise<string> {
  await mkdir(path, { recursive: true, mode: 0o700 });
  await chmod(path, 0o700);
  if (account !== undefined) await chown(path, account.uid, account.gid);
  return path;
}

/** Asked of the system itself, because bits, groups and access lists together are not ours to compute. */
async function canEnter(path: string, account: DatabaseAccount): Promise<boolean> {
  if (account === undefined) return true;
  return succeeded(await runProgram('/bin/sh', ['-c', 'cd "$1"', 'sh', path], { account }));
}

function somethingLiesAt(path: string): Promise<boolean> {
  return lstat(path).then(
    () => true,
    () => false,
  );
}
