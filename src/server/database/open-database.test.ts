/** The built-in database through the lives and deaths of the process that started it. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { access, chmod, mkdir, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { openEmbeddedDatabase, prepareCluster, type ServerDatabase } from './open-database.ts';
import { stopCluster } from './embedded-cluster.ts';
import { openPool } from './pool.ts';
import { isLivePostgres } from './postmaster-file.ts';

const holder = fileURLToPath(new URL('../../testing/hold-database-open.ts', import.meta.url));
const bases: string[] = [];
const folders: string[] = [];
const opened: ServerDatabase[] = [];

afterEach(async () => {
  for (const database of opened.splice(0)) await database.stop();
  for (const folder of folders.splice(0)) {
    const settings = await prepareCluster(folder);
    await stopCluster(settings);
    await rm(settings.socketFolder, { recursive: true, force: true });
  }
  for (const base of bases.splice(0)) await rm(base, { recursive: true, force: true });
});

async function dataDirectory(below = ''): Promise<string> {
  const base = await mkdtemp(join(tmpdir(), 'evertill-open-'));
  await chmod(base, 0o711);
  const folder = join(base, below);
  await mkdir(folder, { recursive: true, mode: 0o711 });
  bases.push(base);
  folders.push(folder);
  return folder;
}

async function open(folder: string, words: string[] = []): Promise<ServerDatabase> {
  const database = await openEmbeddedDatabase({ dataDirectory: folder, log: (line) => words.push(line) });
  opened.push(database);
  return database;
}

async function ask(database: ServerDatabase, statement: string): Promise<unknown[]> {
  const pool = openPool(database.address, 'owner');
  try {
    return (await pool.query({ text: statement, rowMode: 'array' })).rows;
  } finally {
    await pool.end();
  }
}

async function postmasterOf(folder: string): Promise<number> {
  return Number(
    (await readFile(join(folder, 'database', 'cluster', 'postmaster.pid'), 'utf8')).split('\n')[0],
  );
}

/** Starts the process that counts into the database, and kills it after it has confirmed some rows. */
async function killWhileWriting(folder: string, alsoPostmaster: boolean): Promise<number> {
  const child = spawn(process.execPath, ['--import', 'tsx', holder, folder], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let confirmed = 0;
  for await (const line of createInterface({ input: child.stdout })) {
    confirmed = Number(line);
    if (confirmed % 50 === 0) break;
  }
  const postmaster = await postmasterOf(folder);
  child.kill('SIGKILL');
  await once(child, 'exit');
  if (alsoPostmaster) process.kill(postmaster, 'SIGKILL');
  else expect(await isLivePostgres(postmaster)).toBe(true);
  return confirmed;
}

describe('the built-in database', () => {
  test('START-3 a second start keeps the data, and a stop leaves no process behind', async () => {
    const folder = await dataDirectory();
    const first = await open(folder);
    await ask(first, 'create table kept (id int)');
    const postmaster = await postmasterOf(folder);
    await first.stop();
    expect(await isLivePostgres(postmaster)).toBe(false);
    await expect(access(join(folder, 'database', 'cluster', 'postmaster.pid'))).rejects.toThrow();
    const second = await open(folder);
    expect(await ask(second, 'select count(*) from kept')).toEqual([[0]]);
  });

  test('START-4 listens on no port, only on a socket in a folder nobody else can enter', async () => {
    const folder = await dataDirectory();
    const database = await open(folder);
    expect(await ask(database, 'show listen_addresses')).toEqual([['']]);
    const socketFolder = database.address.is === 'socket' ? database.address.folder : '';
    expect((await stat(socketFolder)).mode & 0o777).toBe(0o700);
    expect((await stat(join(folder, 'database'))).mode & 0o777).toBe(0o700);
  });

  test('START-5 F25 after kill -9 of the server the next start takes the running database over, with every confirmed row', async () => {
    const folder = await dataDirectory();
    const confirmed = await killWhileWriting(folder, false);
    const database = await open(folder);
    expect(database.description).toContain('found running');
    expect(await ask(database, `select count(*) >= ${String(confirmed)} from counted`)).toEqual([[true]]);
  });

  test('START-5 F25 after kill -9 of server and database the next start recovers every confirmed row', async () => {
    const folder = await dataDirectory();
    let confirmed = 0;
    for (const round of [1, 2]) {
      confirmed = await killWhileWriting(folder, true);
      expect(confirmed).toBeGreaterThanOrEqual(50 * round);
    }
    const database = await open(folder);
    expect(await ask(database, `select count(*) >= ${String(confirmed)} from counted`)).toEqual([[true]]);
  });

  test('START-6 a second Evertill on the same data is refused and does not disturb the first', async () => {
    const folder = await dataDirectory();
    const first = await open(folder);
    await expect(openEmbeddedDatabase({ dataDirectory: folder, log: () => undefined })).rejects.toThrow(
      'Another Evertill is already running',
    );
    expect(await ask(first, 'select 1')).toEqual([[1]]);
  });

  test('START-7 a database that dies under the server is started again, and pools find it', async () => {
    const folder = await dataDirectory();
    const words: string[] = [];
    const database = await open(folder, words);
    const pool = openPool(database.address, 'owner');
    await pool.query('select 1');
    process.kill(await postmasterOf(folder), 'SIGKILL');
    await vi.waitFor(() => expect(words).toContain('The database is back.'), { timeout: 60_000 });
    await vi.waitFor(async () => expect((await pool.query('select 1')).rowCount).toBe(1), {
      timeout: 10_000,
    });
    await pool.end();
  });

  test('START-8 a data directory with a path too long for a socket works', async () => {
    const folder = await dataDirectory('a-long-name-for-a-folder/'.repeat(6));
    const database = await open(folder);
    expect(await ask(database, 'select 1')).toEqual([[1]]);
  });

  test('START-8 a note left by a database whose process number is now someone else’s does not stop a start', async () => {
    const folder = await dataDirectory();
    await (await open(folder)).stop();
    await writeFile(
      join(folder, 'database', 'cluster', 'postmaster.pid'),
      `${String(process.pid)}\nnowhere\n`,
    );
    expect(await ask(await open(folder), 'select 1')).toEqual([[1]]);
  });
});
