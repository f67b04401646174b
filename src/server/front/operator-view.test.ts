/** What the operator sees of the front: figures, log lines and the description of the interface. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Validator } from '@seriousme/openapi-schema-validator';
import Fastify, { type FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import * as z from 'zod/mini';
import { startTestDatabase, type TestDatabase } from '../../testing/database.ts';
import { openServerLog } from '../log/server-log.ts';
import { buildPeoplePlane } from '../people-plane/build-people-plane.ts';
import { loadOrCreateServerKeys } from '../server-keys.ts';
import { tillPlane } from '../till-plane/till-plane.ts';
import { buildFront } from './build-front.ts';

const TOKEN = 'the token of the operator';

let database: TestDatabase;
let folder: string;
let front: FastifyInstance;
let people: FastifyInstance;
const lines: string[] = [];

beforeAll(async () => {
  database = await startTestDatabase();
  folder = await mkdtemp(join(tmpdir(), 'evertill-operator-'));
  await writeFile(join(folder, 'index.html'), '<!doctype html>');
  const socketPath = join(folder, 'people.sock');
  const log = openServerLog('json', { write: (line) => lines.push(line) });
  const pool = database.openPool('people');
  people = await buildPeoplePlane({
    pool,
    clock: Date.now,
    secondFactorKey: new Uint8Array(32),
    setUpKey: new Uint8Array(32),
    log: log.say,
  });
  await people.listen({ path: socketPath });
  front = await buildFront({
    appFolder: folder,
    tillPool: database.openPool('till'),
    tillPlane: await realTillPlane(),
    people: { socketPath, state: () => ({ is: 'up' }) },
    log: log.say,
    logRequest: log.request,
    metricsToken: TOKEN,
    trustedProxies: 1,
  });
});
afterAll(async () => {
  await front.close();
  await people.close();
  await database.stop();
  await rm(folder, { recursive: true });
});

async function realTillPlane() {
  const keys = await loadOrCreateServerKeys(join(folder, 'keys'), Date.now());
  return tillPlane({ pool: database.openPool('till'), keys, clock: Date.now, log: () => undefined });
}

const bearer = (token: string) => ({ authorization: `Bearer ${token}` });

describe('/metrics', () => {
  test('OPER-4 counts requests by route and status for whoever shows the token, and for nobody else', async () => {
    await front.inject({ url: '/api/v1/people/me?search=ada%40shop.example' });
    const answer = await front.inject({ url: '/metrics', headers: bearer(TOKEN) });
    expect(answer.headers['content-type']).toContain('text/plain');
    expect(answer.body).toContain(
      'evertill_request_duration_seconds_count{method="GET",route="/api/v1/people/*",status="401"} 1',
    );
    expect(answer.body).toMatch(/^evertill_people_plane_up 1$/m);
    expect(answer.body).toMatch(/^evertill_till_connections\{state="wanted"\} 0$/m);
    expect(answer.body).toContain('nodejs_eventloop_lag_seconds');
    expect(answer.body).not.toContain('ada');
    for (const headers of [{}, bearer('wrong'), { authorization: TOKEN }])
      expect((await front.inject({ url: '/metrics', headers })).statusCode).toBe(401);
  });

  test('OPER-4 without a token there is no such route', async () => {
    const closed = await buildFront({
      appFolder: folder,
      tillPool: database.openPool('till'),
      tillPlane: () => Promise.resolve(),
      people: { socketPath: '', state: () => ({ is: 'starting' }) },
      log: () => undefined,
    });
    expect((await closed.inject({ url: '/metrics', headers: bearer('') })).statusCode).toBe(404);
    await closed.close();
  });
});

describe('the log', () => {
  test('OPER-5 a request is a line with its route, status and time, and nothing of a person', async () => {
    lines.length = 0;
    await front.inject({
      method: 'POST',
      url: '/api/v1/people/sign-in?who=ada@shop.example',
      headers: { cookie: 'evertill-office=abcdefghijklmnopqrstuvwxyz', 'x-forwarded-for': '203.0.113.9' },
      payload: { email: 'ada@shop.example', password: 'correct horse battery' },
    });
    const line = z
      .looseObject({ level: z.number(), time: z.string(), durationMs: z.number() })
      .parse(JSON.parse(lines.at(-1) ?? ''));
    expect(line).toMatchObject({ method: 'POST', route: '/api/v1/people/*', status: 401, msg: 'request' });
    expect(lines.join('')).not.toMatch(/ada|correct horse|abcdefghij|203\.0\.113/);
  });

  test('OPER-5 words lose addresses, passwords, codes and keys on their way into the log', () => {
    const said: string[] = [];
    const { say } = openServerLog('json', { write: (line) => said.push(line) });
    say('duplicate key (email)=(ada@shop.example) at postgres://shop:hunter2@db/shop');
    say(
      'password: "correct horse", pin=4826, cookie evertill-office=QWERTYUIOPASDFGHJKLZXCVBNM1234567890qwertyuio',
    );
    say('Authorization: Bearer abc.def');
    expect(said.join('')).not.toMatch(/ada@|hunter2|correct horse|4826|QWERTY|abc\.def/);
    expect(said.join('')).toContain('postgres://[hidden]@db/shop');
  });
});

/** Not for programs, or not of this interface: pages of the app, signs of life, figures, what a test asks. */
const NOT_DESCRIBED = [
  /^\/(healthz|readyz|deployz|metrics)$/,
  /^\/(api\/v1\/people\/)?\*?$/,
  /openapi\.json$/,
];

describe('/api/v1/openapi.json', () => {
  test('OPER-6 is a valid OpenAPI document', async () => {
    const answer = await front.inject('/api/v1/openapi.json');
    const document = z.record(z.string(), z.unknown()).parse(answer.json());
    const verdict = await new Validator().validate(document);
    expect(verdict.errors ?? []).toEqual([]);
    expect(verdict.valid).toBe(true);
  });

  test('OPER-6 describes every route of both planes', async () => {
    const { paths } = z
      .object({ paths: z.record(z.string(), z.record(z.string(), z.unknown())) })
      .parse((await front.inject('/api/v1/openapi.json')).json());
    const described = Object.entries(paths).flatMap(([path, methods]) =>
      Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`),
    );
    const registered = [...(await routesOf(await realTillPlane())), ...routesOfPeople()];
    expect(registered.length).toBeGreaterThan(25);
    expect([...described].sort()).toEqual(expect.arrayContaining(registered));
    expect(described.length).toBe(new Set(registered).size);
  });

  test('OPER-6 while the people plane is down there is no document, rather than half of one', async () => {
    const half = await buildFront({
      appFolder: folder,
      tillPool: database.openPool('till'),
      tillPlane: () => Promise.resolve(),
      people: { socketPath: join(folder, 'nobody.sock'), state: () => ({ is: 'starting' }) },
      log: () => undefined,
    });
    expect((await half.inject('/api/v1/openapi.json')).statusCode).toBe(503);
    await half.close();
  });
});

async function routesOf(plane: Awaited<ReturnType<typeof realTillPlane>>): Promise<string[]> {
  const app = Fastify();
  const routes: string[] = [];
  app.addHook('onRoute', ({ method, url }) => {
    routes.push(`${String(method)} ${url}`);
  });
  await app.register(plane);
  await app.ready();
  await app.close();
  return routes.filter(isDescribed).map(asTemplate);
}

/** As the router holds them, not as the document's own collector saw them. */
function routesOfPeople(): string[] {
  const printed = people.printRoutes({ commonPrefix: false });
  const routes: string[] = [];
  const stack: string[] = [];
  for (const line of printed.split('\n')) {
    const [, indent = '', part = '', methods = ''] =
      /^([\s│]*)[├└]── (\S+)(?: \(([^)]*)\))?/.exec(line) ?? [];
    if (part === '') continue;
    const depth = indent.length / 4;
    stack.length = depth;
    stack.push(part);
    for (const method of methods.split(', ').filter((one) => one !== ''))
      routes.push(`${method} ${stack.join('')}`);
  }
  return routes.filter(isDescribed).map(asTemplate);
}

function isDescribed(route: string): boolean {
  const [method = '', path = ''] = route.split(' ');
  return method !== 'HEAD' && !NOT_DESCRIBED.some((pattern) => pattern.test(path));
}

function asTemplate(route: string): string {
  return route.replaceAll(/:(\w+)/g, '{$1}');
}
