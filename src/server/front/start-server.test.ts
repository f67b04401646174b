/** The whole server, from an empty folder to nothing left running. */
import { once } from 'node:events';
import { chmod, mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { writePeopleFixtures } from '../../testing/people-fixture.ts';
import { readConfiguration, type Configuration } from '../configuration.ts';
import { readPostmasterState } from '../database/postmaster-file.ts';
import { startServer, type ServerParts } from './start-server.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'evertill-server-'));
  await chmod(folder, 0o711);
  await writeFile(join(folder, 'index.html'), '<!doctype html>');
});
afterEach(() => rm(folder, { recursive: true, force: true }));

function configuration(port: number, ...commandLine: string[]): Configuration {
  const read = readConfiguration({ PORT: String(port), DATA_DIR: 'data' }, commandLine, folder);
  if (read.is === 'refused') throw new Error(read.because);
  return read.configuration;
}

interface Seen {
  readonly happened: string[];
  readonly parts: ServerParts<{ readonly people: number }>;
}

/** Small planes that show what the real ones are given, and when they are told to end. */
async function parts(): Promise<Seen> {
  const happened: string[] = [];
  const fixtures = await writePeopleFixtures(folder);
  return {
    happened,
    parts: {
      migrations: {},
      peopleEntry: fixtures.good,
      appFolder: folder,
      seed: async ({ pool }) => ({ people: (await pool.query('select 1')).rowCount ?? 0 }),
      keepCanary: () => Promise.resolve(),
      setUpCode: () => Promise.resolve('a code'),
      faults: () => (app) => {
        app.get('/lab', () => 'lab');
        return Promise.resolve();
      },
      tillPlane: (given) => (app) => {
        app.get('/api/v1/hints', (_request, reply) => {
          reply.hijack();
          reply.raw.writeHead(200, { 'content-type': 'text/event-stream' });
          reply.raw.write(`data: ${new Date(given.clock()).toISOString()}\n\n`);
          given.stopping.addEventListener('abort', () => {
            happened.push('stream told to end');
            reply.raw.end('data: bye\n\n');
          });
        });
        return Promise.resolve();
      },
      log: (words) => happened.push(words),
    },
  };
}

const databaseOf = () => readPostmasterState(join(folder, 'data', 'database', 'cluster'));

test('START-18 a stop ends open streams, then the people plane, then the database, and leaves nothing', async () => {
  const seen = await parts();
  const server = await startServer(configuration(0), seen.parts);
  expect(server.seeded).toEqual({ people: 1 });
  expect((await fetch(`${server.address}/healthz`)).status).toBe(200);
  await vi.waitFor(() => expect(server.people.state()).toEqual({ is: 'up' }), { timeout: 30_000 });
  const stream = await fetch(`${server.address}/api/v1/hints`);
  const began = performance.now();
  await server.stop();
  expect(performance.now() - began).toBeLessThan(20_000);
  expect(await stream.text()).toContain('bye');
  expect(seen.happened).toContain('stream told to end');
  expect(await databaseOf()).toEqual({ is: 'none' });
  expect(await readdir(join(folder, 'data', 'socket'))).toEqual([]);
  await expect(fetch(`${server.address}/healthz`)).rejects.toThrow();
});

test('START-11 keys lie beside the database, not in it, closed to everyone else', async () => {
  const server = await startServer(configuration(0), (await parts()).parts);
  await server.stop();
  expect((await readdir(join(folder, 'data'))).sort()).toEqual(['database', 'keys', 'socket']);
  expect((await stat(join(folder, 'data', 'keys'))).mode & 0o777).toBe(0o700);
});

test('START-12 a taken port is refused in words, and the database does not stay behind', async () => {
  const taken = createServer().listen(0, '127.0.0.1');
  await once(taken, 'listening');
  const address = taken.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  await expect(startServer(configuration(port), (await parts()).parts)).rejects.toThrow(
    `Port ${String(port)} is taken`,
  );
  expect(await databaseOf()).toEqual({ is: 'none' });
  taken.close();
});

test('START-19 the faults of a demo exist only in a start that asked for them', async () => {
  const normal = await startServer(configuration(0), (await parts()).parts);
  expect((await fetch(`${normal.address}/lab`)).status).toBe(404);
  await normal.stop();
  const demo = await startServer(
    configuration(0, '--demo-faults', '--clock', '2011-06-08'),
    (await parts()).parts,
  );
  expect(await (await fetch(`${demo.address}/lab`)).text()).toBe('lab');
  const stream = await fetch(`${demo.address}/api/v1/hints`);
  await demo.stop();
  expect(await stream.text()).toContain('data: 2011-06-08T09:');
});
