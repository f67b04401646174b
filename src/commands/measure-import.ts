/**
 * `node --import tsx src/commands/measure-import.ts [PRODUCTS]`: how long an import of products takes at head office, into an empty
 * catalogue, once more over itself, and taken back; and how long the till plane's own question to the database waits meanwhile.
 */
import { performance } from 'node:perf_hooks';
import * as z from 'zod/mini';
import { importStateSchema, type ImportRow, type ImportState } from '../protocol/import-messages.ts';
import { IMPORT_CHUNK_ROWS_MAX } from '../protocol/limits.ts';
import { money } from '../domain/money.ts';
import { FOOD_CATALOGUE, readFoodCatalogue } from '../testing/food-catalogue.ts';
import { startTestOffice } from '../testing/office.ts';
import { hasSharedData, whySkipped } from '../testing/shared-data.ts';

const PRODUCTS = 100_000;
const CATEGORIES = 40;
const ASK_EVERY_MS = 50;

if (!hasSharedData(FOOD_CATALOGUE)) {
  console.log(`Nothing to measure${whySkipped(FOOD_CATALOGUE)}.`);
  process.exit(0);
}
const rows = rowsOf(Number(process.argv[2] ?? PRODUCTS));
const office = await startTestOffice();
const cookie = await office.signIn('manager@mine.example');
await measure('first', ['apply']);
await measure('again', ['apply']);
await measure('dearer', ['apply', 'undo'], rows.map(dearer));
await office.stop();

async function measure(id: string, ways: readonly ('apply' | 'undo')[], given = rows): Promise<void> {
  const otherwise = { category: 'Goods', tax: { is: 'single', class: 'standard' } };
  await ask('', { import: id, fileName: 'products.csv', source: 'mapped', rows: given.length, otherwise });
  const steps: number[] = [];
  const waits = await whileWatched(async () => {
    for (let from = 0; from < given.length; from += IMPORT_CHUNK_ROWS_MAX)
      steps.push(await timed(ask(`/${id}/rows`, { rows: given.slice(from, from + IMPORT_CHUNK_ROWS_MAX) })));
  });
  tell(`${id}: compared`, steps, waits);
  for (const way of ways) {
    const acts: number[] = [];
    let state: ImportState | null = null;
    const meanwhile = await whileWatched(async () => {
      do {
        const began = performance.now();
        state = await ask(`/${id}/${way}`, {});
        acts.push(performance.now() - began);
      } while (state.stage === 'applying' || state.stage === 'undoing');
    });
    tell(`${id}: ${way}`, acts, meanwhile);
  }
}

async function ask(path: string, body: Readonly<Record<string, unknown>>): Promise<ImportState> {
  const answer = await office.ask({ path: `/catalogue/imports${path}`, body, cookie });
  return z.parse(importStateSchema, answer.json());
}

async function timed(act: Promise<unknown>): Promise<number> {
  const began = performance.now();
  await act;
  return performance.now() - began;
}

/** What the till plane asks with each push: the business's versions. @returns how long each answer took. */
async function whileWatched(act: () => Promise<void>): Promise<number[]> {
  const waits: number[] = [];
  const done = new AbortController();
  const watching = (async () => {
    while (!done.signal.aborted) {
      waits.push(
        await timed(office.owner.query(`select version from evertill.business where business = 'mine'`)),
      );
      await new Promise((resolve) => setTimeout(resolve, ASK_EVERY_MS));
    }
  })();
  await act();
  done.abort();
  await watching;
  return waits;
}

function tell(what: string, steps: readonly number[], waits: readonly number[]): void {
  const seconds = (steps.reduce((sum, one) => sum + one, 0) / 1000).toFixed(1);
  const longest = Math.max(...steps).toFixed(0);
  console.log(
    `${what} in ${seconds} s, ${String(steps.length)} steps, the longest ${longest} ms; others waited ${Math.max(...waits).toFixed(0)} ms at most`,
  );
}

function rowsOf(count: number): ImportRow[] {
  return readFoodCatalogue()
    .slice(0, count)
    .map(({ name, sku, barcodes }, at) => ({
      ...{ row: at + 2, sharesInFile: false, id: null, sku, name: name.slice(0, 200), barcodes },
      ...{
        category: `Category ${String(at % CATEGORIES)}`,
        unit: null,
        tax: null,
        minimumAge: null,
        variant: null,
      },
      price: { is: 'today', price: money(100 + (at % 900)) },
    }));
}

function dearer(row: ImportRow): ImportRow {
  return { ...row, price: { is: 'today', price: money(2_000) } };
}
