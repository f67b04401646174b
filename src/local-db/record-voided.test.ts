import 'fake-indexeddb/auto';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { startSale } from '../domain/open-sale.ts';
import type { OpenSale } from '../domain/sale.ts';
import { paidByCard, soldBasket } from '../testing/trial-basket.ts';
import { trialTerms } from '../testing/trial-shop.ts';
import { makeTrialTill, trialActing, type TrialTill } from '../testing/trial-till.ts';
import { openShift } from './open-shift.ts';
import { readOpenSale, saveOpenSale } from './open-sale.ts';
import { recordLostVoids, recordVoided } from './record-voided.ts';
import { recordSale } from './record-sale.ts';
import { TRIAL_DAY, TRIAL_POLICY } from '../testing/trial-shop.ts';

let till: TrialTill;
let basket: OpenSale;

beforeEach(async () => {
  till = await makeTrialTill();
  const shift = { shift: 'shift-1', day: TRIAL_DAY, drawer: 'drawer-1', float: TRIAL_POLICY.float };
  await openShift(till.db, shift, trialActing());
  basket = soldBasket('sale-1');
  await saveOpenSale(till.db, basket);
});
afterEach(() => till.close());

/** The app starts again. */
const start = () => recordLostVoids(till.db, trialTerms(), (staff) => trialActing(5, staff));

async function voids(): Promise<unknown[]> {
  const rows = await till.db.journal.facts.toArray();
  return rows.filter(({ kind }) => kind === 'saleVoided').map(({ bytes }): unknown => JSON.parse(bytes));
}

const kept = () => till.db.journal.emptied.count();

test('SCREEN-44 a basket emptied just before the app died is told at the next start, once', async () => {
  await saveOpenSale(till.db, startSale('sale-2'));
  expect(await voids()).toEqual([]);
  await start();
  await start();
  const body = { sale: 'sale-1', why: 'emptied', lines: basket.lines.length };
  expect(await voids()).toMatchObject([{ by: { staff: 'till' }, body }]);
  expect(await kept()).toBe(0);
  expect((await readOpenSale(till.db))?.sale).toBe('sale-2');
});

test('SCREEN-90 one that a clerk emptied before the app died is told as that clerk’s', async () => {
  await saveOpenSale(till.db, startSale('sale-2'), 's-sofia');
  await start();
  expect(await voids()).toMatchObject([{ by: { staff: 's-sofia', how: 'pin' }, body: { sale: 'sale-1' } }]);
});

test('SCREEN-44 one that was taken back, or whose emptying was not saved, is the open sale and no void', async () => {
  await saveOpenSale(till.db, startSale('sale-2'));
  await saveOpenSale(till.db, basket);
  expect(await kept()).toBe(0);
  await start();
  expect(await voids()).toEqual([]);
  expect(await readOpenSale(till.db)).toEqual(basket);
});

test('SCREEN-44 one that was told in time is not told again, whichever was saved first', async () => {
  const body = { sale: 'sale-1', why: 'emptied', lines: 1, gross: TRIAL_POLICY.float } as const;
  await recordVoided(till.db, body, trialActing());
  await saveOpenSale(till.db, startSale('sale-2'));
  expect(await kept()).toBe(0);
  await saveOpenSale(till.db, soldBasket('sale-2'));
  await saveOpenSale(till.db, startSale('sale-3'));
  await recordVoided(till.db, { ...body, sale: 'sale-2' }, trialActing());
  expect(await kept()).toBe(0);
  await start();
  expect(await voids()).toHaveLength(2);
});

test('SCREEN-44 P3 a sale that was charged is never told as emptied', async () => {
  await recordSale(till.db, paidByCard(basket), trialActing(1));
  await saveOpenSale(till.db, startSale('sale-2'));
  await till.db.journal.emptied.put(basket);
  await start();
  expect(await voids()).toEqual([]);
  expect(await kept()).toBe(0);
});
