/** The people plane's process, in every bad way it can behave, and the front that must not care. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { request } from 'node:http';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FastifyInstance, FastifyPluginAsync } from 'fastify';
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { z } from 'zod';
import { startTestDatabase, type TestDatabase } from '../../testing/database.ts';
import { writePeopleFixtures, type PeopleFixture } from '../../testing/people-fixture.ts';
import { liveCommand } from '../database/live-command.ts';
import { buildFront } from './build-front.ts';
import { startPeopleProcess, type PeopleProcess, type PeopleProcessLimits } from './people-process.ts';

const limits: Partial<PeopleProcessLimits> = {
  startMsMax: 4_000,
  probeEveryMs: 100,
  probeMsMax: 700,
  missedProbesMax: 2,
  restartDelayMsMin: 50,
  restartDelayMsMax: 400,
  stopMsMax: 1_000,
};
const peopleDeadlineMs = 700;
const patience = { timeout: 30_000, interval: 20 };

let database: TestDatabase;
let fixtures: Record<PeopleFixture, string>;
let folder: string;
const running: { people: PeopleProcess; front: FastifyInstance }[] = [];

beforeAll(async () => {
  database = await startTestDatabase({ migrations: {} });
  folder = await mkdtemp(join(tmpdir(), 'evertill-front-'));
  fixtures = await writePeopleFixtures(folder);
  await writeFile(join(folder, 'index.html'), '<!doctype html><title>Evertill</title>');
});
afterEach(async () => {
  for (const { people, front } of running.splice(0)) {
    await front.close();
    await people.stop();
  }
});
afterAll(async () => {
  await database.stop();
  await rm(folder, { recursive: true });
});

interface Started {
  readonly url: string;
  readonly people: PeopleProcess;
  readonly words: string[];
}

async function start(entry: PeopleFixture): Promise<Started> {
  const words: string[] = [];
  const log = (line: string): void => {
    words.push(line);
  };
  const people = startPeopleProcess({
    entry: fixtures[entry],
    settings: {
      socketPath: join(folder, `people-${String(Math.random()).slice(2)}.sock`),
      database: database.address,
      keysFolder: folder,
      clockOffsetMs: 0,
    },
    log,
    limits,
  });
  const tillPool = database.openPool('till');
  const tillPlane: FastifyPluginAsync = (app) => {
    app.post('/api/v1/push', async () => ({ stored: (await tillPool.query('select 1')).rowCount }));
    return Promise.resolve();
  };
  const front = await buildFront({ appFolder: folder, tillPool, tillPlane, people, peopleDeadlineMs, log });
  running.push({ people, front });
  return { url: await front.listen({ host: '127.0.0.1', port: 0 }), people, words };
}

const whenUp = (people: PeopleProcess): Promise<void> =>
  vi.waitFor(() => expect(people.state()).toEqual({ is: 'up' }), patience);

/** P5: a push and the health of pushing, with whatever the people plane is doing. */
async function expectTillUnharmed(url: string): Promise<void> {
  const push = await fetch(`${url}/api/v1/push`, { method: 'POST' });
  expect([push.status, await push.json()]).toEqual([200, { stored: 1 }]);
  expect((await fetch(`${url}/healthz`)).status).toBe(200);
}

async function expectPeopleDown(url: string, path = '/api/v1/people/sign-in'): Promise<void> {
  const answer = await fetch(`${url}${path}`, { method: 'POST' });
  expect(answer.status).toBe(503);
  expect(answer.headers.get('content-type')).toContain('application/problem+json');
  expect(answer.headers.get('retry-after')).toBe('5');
  expect(await answer.json()).toMatchObject({ status: 503, code: 'people-plane-down' });
}

const pidSchema = z.object({ pid: z.number() });

function askSocket(path: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const asked = request({ socketPath: join(folder, 'orphan.sock'), path, agent: false }, (response) => {
      response.setEncoding('utf8').once('data', resolve);
    });
    asked.on('error', reject).end();
  });
}

describe('the front and the people plane', () => {
  test('START-13 passes its routes on, body and caller included, and nothing a caller claims about itself', async () => {
    const { url, people } = await start('good');
    await whenUp(people);
    const answer = await fetch(`${url}/api/v1/people/day?shop=1`, {
      method: 'POST',
      headers: { 'x-forwarded-for': '6.6.6.6', 'content-type': 'application/json' },
      body: '{"a":1}',
    });
    expect(await answer.json()).toMatchObject({
      url: '/api/v1/people/day?shop=1',
      body: '{"a":1}',
      from: '127.0.0.1',
    });
  });

  const brokenAtStart: PeopleFixture[] = ['throwsAtImport', 'hangsAtImport', 'spinsAtImport', 'neverListens'];
  test.each(brokenAtStart)(
    'START-13 P5 F43 %s: only its own routes answer 503, and it is tried again',
    async (entry) => {
      const { url, people, words } = await start(entry);
      await expectTillUnharmed(url);
      await expectPeopleDown(url);
      const tries = (): number => words.filter((line) => line.startsWith('Office sign-in is down')).length;
      await vi.waitFor(() => expect(tries()).toBeGreaterThanOrEqual(2), patience);
      await expectTillUnharmed(url);
      people.restart(fixtures.good);
      await whenUp(people);
      expect((await fetch(`${url}/api/v1/people/x`)).status).toBe(200);
    },
  );

  test('START-13 P5 F43 hanging requests end at their deadline with 503, and pushes pass them by', async () => {
    const { url, people } = await start('good');
    await whenUp(people);
    const hanging = Array.from({ length: 300 }, () => fetch(`${url}/api/v1/people/hang`));
    await expectTillUnharmed(url);
    const statuses = new Set((await Promise.all(hanging)).map((answer) => answer.status));
    expect([...statuses]).toEqual([503]);
    expect(people.state()).toEqual({ is: 'up' });
  });

  test('START-13 P5 F43 one that dies in a request, or spins for ever, is replaced', async () => {
    const { url, people } = await start('good');
    for (const path of ['/api/v1/people/die', '/api/v1/people/spin']) {
      await whenUp(people);
      await expectPeopleDown(url, path);
      await expectTillUnharmed(url);
      await vi.waitFor(() => expect(people.state().is).not.toBe('up'), patience);
    }
    await whenUp(people);
    expect((await fetch(`${url}/api/v1/people/x`)).status).toBe(200);
  });

  test('START-14 one that ignores the stop is ended anyway', async () => {
    const { url, people } = await start('ignoresTheStop');
    await whenUp(people);
    const { pid } = pidSchema.parse(await (await fetch(`${url}/api/v1/people/x`)).json());
    await people.stop();
    expect(await liveCommand(pid)).toBeUndefined();
  });

  test('START-14 after kill -9 of the front even a spinning people plane ends', async () => {
    const script = `
      import { startPeopleProcess } from ${JSON.stringify(new URL('people-process.ts', import.meta.url).href)};
      const settings = { socketPath: ${JSON.stringify(join(folder, 'orphan.sock'))}, keysFolder: '', clockOffsetMs: 0,
        database: { is: 'url', url: 'postgres://nowhere' } };
      const people = startPeopleProcess({ entry: ${JSON.stringify(fixtures.good)}, settings, log: () => {} });
      setInterval(() => { if (people.state().is === 'up') console.log('up'); }, 50);`;
    const front = spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', script], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    await once(front.stdout, 'data');
    const { pid } = pidSchema.parse(JSON.parse(await askSocket('/x')));
    const spinning = askSocket('/spin').catch(() => 'ended');
    front.kill('SIGKILL');
    expect(await spinning).toBe('ended');
    await vi.waitFor(async () => expect(await liveCommand(pid)).toBeUndefined(), patience);
  });
});
