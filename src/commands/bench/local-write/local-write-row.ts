/** The local write of a sale, beside Dexie alone, RxDB and PouchDB: the same row, in the same browser, turn by turn. */
import { createServer } from 'node:http';
import { once } from 'node:events';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from '@playwright/test';
import { build } from 'vite';
import * as z from 'zod/mini';
import { chromiumLaunchOptions } from '../../../../e2e/chromium.ts';
import type { BenchOptions } from '../bench-options.ts';
import type { BenchRow } from '../bench-row.ts';
import { milliseconds } from '../milliseconds.ts';
import { ratio, spreadOf } from '../spread.ts';

const page = fileURLToPath(new URL('page.ts', import.meta.url));
const figuresSchema = z.array(z.number());
const writesSchema = z.object({
  raw: figuresSchema,
  ours: figuresSchema,
  dexie: figuresSchema,
  rxdb: figuresSchema,
  pouchdb: figuresSchema,
});

export async function localWriteRow({ rounds }: BenchOptions): Promise<BenchRow> {
  const folder = await mkdtemp(join(tmpdir(), 'evertill-bench-'));
  try {
    await bundle(folder);
    const writes = await runIn(folder, rounds * 5);
    const [ours, raw] = [spreadOf(writes.ours), spreadOf(writes.raw)];
    const shown = (of: readonly number[]) => {
      const { median, p95 } = spreadOf(of);
      return `median ${milliseconds(median)}, p95 ${milliseconds(p95)}, ${ratio(median, raw.median)} raw;`;
    };
    return {
      what: 'local write of a sale, side by side: decided, chained, hashed, with head, totals and shift',
      budget: 'for comparison',
      figures: {
        median: milliseconds(ours.median),
        p95: milliseconds(ours.p95),
        rounds: String(ours.rounds),
        ratio: `${ratio(ours.median, raw.median)} raw`,
      },
      reference: {
        'raw strict commit of its row:': shown(writes.raw),
        'Dexie alone, its row, strict:': shown(writes.dexie),
        'RxDB, its row, relaxed:': shown(writes.rxdb),
        'PouchDB, its row, relaxed:': shown(writes.pouchdb),
      },
      verdict: { is: 'noBudget' },
    };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function bundle(folder: string): Promise<void> {
  await build({
    configFile: false,
    logLevel: 'error',
    // RxDB brings one of its own, and no page may hold two.
    resolve: { dedupe: ['dexie'] },
    define: { 'process.env.NODE_ENV': '"production"', global: 'globalThis' },
    build: {
      outDir: folder,
      emptyOutDir: false,
      lib: { entry: page, formats: ['es'], fileName: () => 'page.js' },
    },
  });
}

async function runIn(folder: string, rounds: number): Promise<z.infer<typeof writesSchema>> {
  const script = await readFile(join(folder, 'page.js'));
  const server = createServer((request, response) => {
    const isScript = request.url === '/page.js';
    response.setHeader('content-type', isScript ? 'text/javascript' : 'text/html');
    response.end(isScript ? script : '<!doctype html><script type="module" src="/page.js"></script>');
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const context = await chromium.launchPersistentContext(join(folder, 'profile'), chromiumLaunchOptions());
  try {
    const address = server.address();
    const port = typeof address === 'object' ? (address?.port ?? 0) : 0;
    const browserPage = await context.newPage();
    await browserPage.goto(`http://localhost:${port}/`);
    return writesSchema.parse(await browserPage.evaluate(`measureLocalWrites(${rounds})`));
  } finally {
    await context.close();
    server.close();
  }
}
