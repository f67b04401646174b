/** Faults on demand: each breaks what it says in the way it says, ends when it is told to, and none exists unasked. */
import Fastify, { type FastifyInstance } from 'fastify';
import { mkdtemp, rm } from 'node:fs/promises';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { startTestDatabase, type TestDatabase } from '../../testing/database.ts';
import { answersOnSocket } from '../front/answers-on-socket.ts';
import { startPeopleProcess } from '../front/people-process.ts';
import { loadOrCreateServerKeys } from '../server-keys.ts';
import { demoFaults } from './demo-faults.ts';
import { FAULT_KINDS, faultFor, NO_FAULTS, PEOPLE_PLANE_FAULTS, type FaultKind } from './fault-board.ts';

let database: TestDatabase;
let app: FastifyInstance;
let port: number;
let pushed = 0;
let arrived = 0;
const stopping = new AbortController();
const restarts: (string | undefined)[] = [];

beforeAll(async () => {
  database = await startTestDatabase();
  app = Fastify();
  app.addHook('onRequest', async () => {
    arrived += 1;
    await Promise.resolve();
  });
  await app.register(
    demoFaults({
      restartPeople: (entry) => restarts.push(entry),
      address: database.address,
      clock: Date.now,
      stopping: stopping.signal,
    }),
  );
  // Beside the real routes' paths: what matters here is who is broken, and how.
  await app.register(async (plane) => {
    plane.post('/api/v1/push', () => ({ pushed: (pushed += 1) }));
    plane.get('/api/v1/pull', () => ({ fine: true }));
    plane.get('/api/v1/people/me', () => ({ fine: true }));
    plane.get('/', () => ({ fine: true }));
    plane.get('/healthz', () => ({ fine: true }));
    await Promise.resolve();
  });
  const address = await app.listen({ host: '127.0.0.1', port: 0 });
  port = Number(new URL(address).port);
});
afterAll(async () => {
  await app.close();
  await database.stop();
});
afterEach(() => app.inject({ method: 'DELETE', url: '/api/v1/lab/faults' }));

function set(target: string, kind: string): Promise<{ statusCode: number }> {
  return app.inject({ method: 'POST', url: '/api/v1/lab/faults', payload: { target, kind } });
}

function ask(path: string, method: 'GET' | 'POST' = 'GET'): Promise<Response> {
  return fetch(`http://127.0.0.1:${String(port)}${path}`, { method, redirect: 'manual' });
}

describe('each kind', () => {
  test.each([
    ['500', 500, 'text/html'],
    ['503', 503, 'text/html'],
    ['400', 400, 'text/html'],
    ['html200', 200, 'text/html'],
  ])('FAULT-1 %s is a page with that status, where an answer was expected', async (kind, status, type) => {
    await set('sending', kind);
    const answer = await ask('/api/v1/push', 'POST');
    expect(answer.status).toBe(status);
    expect(answer.headers.get('content-type')).toContain(type);
    expect(await answer.text()).toContain('<!doctype html>');
  });

  test('FAULT-1 an empty 401 is empty', async () => {
    await set('login', 'empty401');
    const answer = await ask('/api/v1/people/me');
    expect([answer.status, await answer.text()]).toEqual([401, '']);
  });

  test('FAULT-1 a redirect leads to a sign-in page', async () => {
    await set('catalogue', 'redirect');
    const answer = await ask('/api/v1/pull');
    expect([answer.status, answer.headers.get('location')]).toEqual([302, '/portal/sign-in']);
  });

  test('FAULT-1 truncated JSON says 200 and cannot be parsed', async () => {
    await set('sending', 'truncated');
    const answer = await ask('/api/v1/push', 'POST');
    expect(answer.status).toBe(200);
    await expect(answer.json()).rejects.toThrow();
  });

  test('FAULT-2 a reply is lost after the work is done', async () => {
    const before = pushed;
    await set('sending', 'loseReply');
    await expect(ask('/api/v1/push', 'POST')).rejects.toThrow('fetch failed');
    expect(pushed).toBe(before + 1);
  });

  test('FAULT-3 a hang ends at once when it is switched off', async () => {
    await set('sending', 'hang');
    const before = arrived;
    const socket = connect(port, '127.0.0.1');
    const closed = new Promise((resolve) => socket.once('close', resolve));
    socket.write('POST /api/v1/push HTTP/1.1\r\nhost: x\r\ncontent-length: 0\r\n\r\n');
    await expect.poll(() => arrived, { timeout: 60_000 }).toBe(before + 1);
    await set('sending', 'none');
    await closed;
    expect((await ask('/api/v1/push', 'POST')).status).toBe(200);
  });
});

describe('each target', () => {
  const paths = ['/api/v1/people/me', '/api/v1/push', '/api/v1/pull', '/'];

  test.each([
    ['login', ['/api/v1/people/me']],
    ['sending', ['/api/v1/push']],
    ['catalogue', ['/api/v1/pull']],
    ['everything', paths],
  ])('FAULT-4 %s breaks that and nothing else', async (target, broken) => {
    await set(target, '500');
    for (const path of paths) {
      const answer = await ask(path, path.endsWith('push') ? 'POST' : 'GET');
      expect([path, answer.status]).toEqual([path, broken.includes(path) ? 500 : 200]);
    }
  });

  test('FAULT-4 everything spares the lab itself and the signs of life', async () => {
    await set('everything', '500');
    for (const path of ['/lab', '/lab/lab.js', '/lab/lab.css', '/api/v1/lab/faults', '/healthz']) {
      expect([path, (await ask(path)).status]).toEqual([path, 200]);
    }
  });

  test('FAULT-4 a fault of its own goes before one of everything', () => {
    const faults = { ...NO_FAULTS, everything: '503', sending: 'hang' } as const;
    expect(faultFor(faults, '/api/v1/push')).toBe('hang');
    expect(faultFor(faults, '/api/v1/pull?stream=roster')).toBe('503');
    expect(faultFor(NO_FAULTS, '/api/v1/push')).toBeNull();
  });
});

describe('the switches', () => {
  test('FAULT-5 what is switched on is told, and one word clears it all', async () => {
    await set('sending', '500');
    await set('login', 'hang');
    const told = await app.inject('/api/v1/lab/faults');
    expect(told.json()).toEqual({ ...NO_FAULTS, sending: '500', login: 'hang' });
    expect((await app.inject({ method: 'DELETE', url: '/api/v1/lab/faults' })).json()).toEqual(NO_FAULTS);
  });

  test('FAULT-5 a fault nobody knows is refused', async () => {
    expect((await set('sending', 'meteor')).statusCode).toBe(400);
    expect((await set('everybody', '500')).statusCode).toBe(400);
    expect((await set('peoplePlane', '500')).statusCode).toBe(400);
  });

  test('FAULT-6 the people plane is started broken, and whole again', async () => {
    await set('peoplePlane', 'throwAtStart');
    await set('sending', '500');
    await set('peoplePlane', 'none');
    expect(restarts.map((entry) => entry?.split('/').at(-1))).toEqual(['throws-at-start.ts', undefined]);
  });

  test('FAULT-6 each broken people plane is broken in its own way, and the front knows it or bears it', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'evertill-people-'));
    await loadOrCreateServerKeys(folder, Date.now());
    const seen: Record<string, unknown> = {};
    for (const kind of PEOPLE_PLANE_FAULTS) {
      await set('peoplePlane', kind);
      const people = startPeopleProcess({
        entry: restarts.at(-1) ?? '',
        settings: {
          socketPath: join(folder, `${kind}.sock`),
          database: database.address,
          keysFolder: folder,
          clockOffsetMs: 0,
        },
        log: () => undefined,
      });
      await expect.poll(() => people.state().is, { timeout: 60_000 }).not.toBe('starting');
      const path = '/api/v1/people/sign-in-check';
      seen[kind] = [people.state().is, await answersOnSocket(people.socketPath, path, 5_000)];
      await people.stop();
    }
    await rm(folder, { recursive: true });
    expect(seen).toEqual({
      throwAtStart: ['down', undefined],
      answers500: ['up', 500],
      hangs: ['up', undefined],
      poolExhausted: ['up', 500],
    });
  });

  test('FAULT-7 the lab is a page of its own files, without inline script or style', async () => {
    const page = await (await ask('/lab')).text();
    expect(page).toContain('/lab/lab.js');
    expect(page).not.toMatch(/<script(?![^>]*src)|<style|\son[a-z]+=|\sstyle=/);
    const script = await (await ask('/lab/lab.js')).text();
    const offered = FAULT_KINDS.filter((kind: FaultKind) => script.includes(`['${kind}',`));
    expect(offered).toEqual([...FAULT_KINDS]);
  });
});
