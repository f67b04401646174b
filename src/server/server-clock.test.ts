import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { clockOffsetMs } from './server-clock.ts';

const HOUR_MS = 60 * 60_000;
const REAL = Date.UTC(2025, 4, 6, 15);
const DAY = '2011-06-08';
const NINE = Date.UTC(2011, 5, 8, 9);

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'evertill-clock-'));
});
afterEach(() => rm(folder, { recursive: true }));

async function toldAt(real: number, day: string | null = DAY): Promise<number> {
  return real + (await clockOffsetMs(day, folder, real));
}

test('START-26 a drill of a day begins at nine, and a server that starts again goes on where it was', async () => {
  expect(await toldAt(REAL)).toBe(NINE);
  expect(await toldAt(REAL + 3 * HOUR_MS)).toBe(NINE + 3 * HOUR_MS);
  expect(await toldAt(REAL + 5 * HOUR_MS)).toBe(NINE + 5 * HOUR_MS);
});

test('START-26 another day, another drill of the day, or an unreadable note begins at nine', async () => {
  await toldAt(REAL);
  expect(await toldAt(REAL + HOUR_MS, '2011-06-09')).toBe(Date.UTC(2011, 5, 9, 9));
  expect(await toldAt(REAL + 2 * HOUR_MS)).toBe(NINE);
  expect(await toldAt(REAL + 27 * HOUR_MS)).toBe(NINE);
  await writeFile(join(folder, 'clock.json'), '{"day":');
  expect(await toldAt(REAL + 28 * HOUR_MS)).toBe(NINE);
});

test('START-26 without a drill the time is the real one, whatever was drilled before', async () => {
  await toldAt(REAL);
  expect(await toldAt(REAL, null)).toBe(REAL);
});
