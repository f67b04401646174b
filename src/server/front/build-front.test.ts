/** What the front serves, and under which headers. */
import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startTestDatabase, type TestDatabase } from '../../testing/database.ts';
import { openPool } from '../database/pool.ts';
import { buildFront } from './build-front.ts';
import { reactAriaStyles } from './security-headers.ts';

/** Comes with react-aria-components; nothing of ours imports it by name. */
const ariaPackage = 'react-aria';
const page = '<!doctype html><title>Evertill</title>';
let database: TestDatabase;
let folder: string;
let front: FastifyInstance;

beforeAll(async () => {
  database = await startTestDatabase({ migrations: {} });
  folder = await mkdtemp(join(tmpdir(), 'evertill-app-'));
  await mkdir(join(folder, 'assets'));
  await mkdir(join(folder, '.vite'));
  await writeFile(join(folder, 'index.html'), page);
  await writeFile(join(folder, 'sw.js'), '// worker');
  await writeFile(join(folder, '.vite', 'manifest.json'), '{}');
  await writeFile(join(folder, 'assets', 'main-AbC123.js'), `// ${'app '.repeat(1_000)}`);
  front = await build();
});
afterAll(async () => {
  await front.close();
  await database.stop();
  await rm(folder, { recursive: true });
});

function build(tillPool = database.openPool('till')): Promise<FastifyInstance> {
  return buildFront({
    appFolder: folder,
    tillPool,
    tillPlane: (app) => {
      app.get('/api/v1/broken', () => {
        throw new Error('the password is hunter2');
      });
      return Promise.resolve();
    },
    people: { socketPath: join(folder, 'nobody.sock'), state: () => ({ is: 'starting' }) },
    log: () => undefined,
  });
}

const navigation = { accept: 'text/html,application/xhtml+xml,*/*;q=0.8' };

describe('the app’s files', () => {
  test.each([
    ['/', 200, 'no-cache', page],
    ['/office/day/2025-05-06', 200, 'no-cache', page],
    ['/office?day=2025-05-06', 200, 'no-cache', page],
    ['/sw.js', 200, 'no-cache', '// worker'],
    ['/assets/main-Gone99.js', 404, 'no-store', 'Not found\n'],
    ['/assets/gone', 404, 'no-store', 'Not found\n'],
    ['/gone.png', 404, 'no-store', 'Not found\n'],
    ['/.vite/manifest.json', 404, 'no-store', 'Not found\n'],
    ['/..%2f..%2fpackage.json', 404, 'no-store', 'Not found\n'],
  ])('START-16 GET %s', async (url, status, cacheControl, body) => {
    const answer = await front.inject({ url, headers: navigation });
    expect([answer.statusCode, answer.headers['cache-control'], answer.body]).toEqual([
      status,
      cacheControl,
      body,
    ]);
  });

  test('START-16 a hashed file is kept for ever, and travels compressed', async () => {
    const answer = await front.inject({
      url: '/assets/main-AbC123.js',
      headers: { 'accept-encoding': 'gzip' },
    });
    expect(answer.headers).toMatchObject({
      'cache-control': 'public, max-age=31536000, immutable',
      'content-encoding': 'gzip',
    });
  });

  test('START-16 something that is not a navigation never gets the app', async () => {
    expect((await front.inject({ url: '/office', headers: { accept: '*/*' } })).statusCode).toBe(404);
    expect((await front.inject({ method: 'POST', url: '/office', headers: navigation })).statusCode).toBe(
      404,
    );
  });

  test('START-16 an unknown route of the interface is a problem, not a page', async () => {
    const answer = await front.inject({ url: '/api/v1/nothing', headers: navigation });
    expect(answer.headers['content-type']).toContain('application/problem+json');
    expect(answer.json()).toMatchObject({ status: 404, code: 'not-found' });
  });

  test('START-16 before a build a navigation says what to do', async () => {
    await rm(join(folder, 'index.html'));
    const answer = await front.inject({ url: '/', headers: navigation });
    expect([answer.statusCode, answer.body]).toEqual([
      503,
      'The app has not been built. Run: npm run build\n',
    ]);
    expect((await front.inject('/readyz')).statusCode).toBe(503);
    await writeFile(join(folder, 'index.html'), page);
    expect((await front.inject('/readyz')).statusCode).toBe(200);
  });
});

describe('headers', () => {
  test.each([
    '/',
    '/assets/main-AbC123.js',
    '/sw.js',
    '/healthz',
    '/api/v1/people/x',
    '/api/v1/broken',
    '/gone.png',
  ])('START-17 %s forbids foreign code', async (url) => {
    const { headers } = await front.inject({ url, headers: navigation });
    const policy = String(headers['content-security-policy']).split(';');
    expect(policy).toEqual(
      expect.arrayContaining([
        "default-src 'none'",
        "script-src 'self' 'wasm-unsafe-eval'",
        "connect-src 'self'",
        "worker-src 'self'",
        "frame-ancestors 'none'",
        "require-trusted-types-for 'script'",
        'trusted-types default',
      ]),
    );
    expect(policy.join()).not.toMatch(/https?:|unsafe-inline|'unsafe-eval'|upgrade-insecure/);
    expect(headers).toMatchObject({ 'x-content-type-options': 'nosniff', 'referrer-policy': 'no-referrer' });
    expect(headers).not.toHaveProperty('clear-site-data');
  });

  test('START-17 the two allowed style elements are the ones React Aria writes', async () => {
    const require = createRequire(createRequire(import.meta.url).resolve('react-aria-components'));
    const privateFolder = join(dirname(require.resolve(`${ariaPackage}/package.json`)), 'dist', 'private');
    const files = ['interactions/usePress.mjs', 'overlays/usePreventScroll.mjs'];
    const digests = await Promise.all(
      files.map(async (file) => {
        const source = await readFile(join(privateFolder, file), 'utf8');
        const written = /textContent = `([^`]*)`\.trim\(\)/.exec(source)?.[1] ?? '';
        const text = written.replaceAll(/\$\{[^}]*\}/g, 'data-react-aria-pressable').trim();
        return `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
      }),
    );
    expect(digests).toEqual(reactAriaStyles);
  });
});

describe('health', () => {
  test('START-15 /healthz is 200 while the till’s role reaches a database that takes writes', async () => {
    const answer = await front.inject('/healthz');
    expect([answer.statusCode, answer.json()]).toEqual([200, { till: true }]);
  });

  test('START-15 /healthz is 503 while the database refuses writes, is gone, or all its connections are taken', async () => {
    const { address } = database;
    const owner = database.openPool('owner');
    const name = address.is === 'socket' ? address.database : '';
    await owner.query(`alter database ${name} set default_transaction_read_only = on`);
    const readOnly = await build(openPool(address, 'till'));
    expect((await readOnly.inject('/healthz')).statusCode).toBe(503);
    await owner.query(`begin read write; alter database ${name} reset default_transaction_read_only; commit`);

    const gone = await build(
      openPool({ is: 'socket', folder, person: 'evertill', database: 'evertill' }, 'till'),
    );
    expect((await gone.inject('/healthz')).statusCode).toBe(503);

    const scarce = openPool(address, 'till', {
      connectionsMax: 1,
      waitMsMax: 200,
      statementMsMax: 1_000,
      lockMsMax: 1_000,
    });
    const held = await scarce.connect();
    expect((await (await build(scarce)).inject('/healthz')).statusCode).toBe(503);
    held.release();
    expect((await (await build(scarce)).inject('/healthz')).statusCode).toBe(200);
    await scarce.end();
  });

  test('START-15 /deployz asks both planes', async () => {
    const answer = await front.inject('/deployz');
    expect([answer.statusCode, answer.json()]).toEqual([503, { till: true, app: true, people: false }]);
  });

  test('START-17 an unexpected error tells the caller nothing of its inside', async () => {
    const answer = await front.inject('/api/v1/broken');
    expect(answer.statusCode).toBe(500);
    expect(answer.body).not.toContain('hunter2');
  });
});
