import { afterAll, beforeAll, expect, test } from 'vitest';
import { salesPageSchema } from '../../protocol/people-messages.ts';
import { OFFICE_NOON, startTestOffice, type TestOffice } from '../../testing/office.ts';
import { paperReceipt } from '../../testing/paper-receipt.ts';

const SALES = 25;
let office: TestOffice;
let manager: string;

beforeAll(async () => {
  office = await startTestOffice();
  manager = await office.signIn('manager@mine.example');
  await office.journal.add({ kind: 'journalStarted', body: { parent: null, series: 'A1' } });
  for (let number = 1; number <= SALES; number += 1) {
    const receipt = `A1-${String(number).padStart(6, '0')}`;
    const body = paperReceipt({
      ...{ sale: receipt, receipt },
      lines: [{ product: 'tea', count: 1, net: 250 }],
    });
    await office.journal.add({ kind: 'saleCompleted', body }, { at: OFFICE_NOON + number * 1000 });
  }
  await office.send(1);
});
afterAll(() => office.stop());

async function window(rows: number, skip: number) {
  const path = `/sales?shop=mine-shop&rows=${String(rows)}&skip=${String(skip)}`;
  return salesPageSchema.parse((await office.ask({ path, cookie: manager })).json());
}

test('OFFICE-68 windows side by side are the whole list, the latest first, each receipt once', async () => {
  const windows = [await window(10, 0), await window(10, 10), await window(10, 20)];
  const numbers = windows.flatMap(({ rows }) => rows.map(({ receipt }) => Number(receipt.slice(3))));
  expect(numbers).toEqual(Array.from({ length: SALES }, (_, before) => SALES - before));
  expect(windows.map(({ total }) => total)).toEqual([SALES, SALES, SALES]);
});

test('OFFICE-68 past its end a window is empty, and knows how many there are', async () => {
  expect(await window(10, 100)).toEqual({ rows: [], after: null, total: SALES });
});

test('OFFICE-63 read by its cursor the list is whole too, in pages of any size', async () => {
  const seen: string[] = [];
  for (let after: string | null = ''; after !== null;) {
    const path = `/sales?shop=mine-shop&rows=7${after === '' ? '' : `&after=${after}`}`;
    const page = salesPageSchema.parse((await office.ask({ path, cookie: manager })).json());
    seen.push(...page.rows.map(({ receipt }) => receipt));
    after = page.after;
  }
  expect(new Set(seen).size).toBe(SALES);
  expect(seen).toHaveLength(SALES);
});
