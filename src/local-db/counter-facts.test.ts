import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { money } from '../domain/money.ts';
import { paidByCard, soldBasket } from '../testing/trial-basket.ts';
import { TRIAL_DAY, TRIAL_POLICY } from '../testing/trial-shop.ts';
import { makeTrialTill, trialActing, type TrialTill } from '../testing/trial-till.ts';
import { correctPayment, paymentOf } from './correct-payment.ts';
import { moveCash } from './move-cash.ts';
import { readOpenSale, saveOpenSale } from './open-sale.ts';
import { openShift } from './open-shift.ts';
import { parkedSales, parkSale, recallSale, voidParkedSale } from './park-sale.ts';
import { readShift } from './read-shift.ts';
import { findSale } from './receipts.ts';
import { recordSale } from './record-sale.ts';

let till: TrialTill;
beforeEach(async () => {
  till = await makeTrialTill();
  const asked = { shift: 'shift-1', day: TRIAL_DAY, drawer: 'drawer-1', float: TRIAL_POLICY.float };
  await openShift(till.db, asked, trialActing());
});
afterEach(() => till.close());

async function sold(sale: string) {
  await recordSale(till.db, paidByCard(soldBasket(sale)), trialActing(1));
  const receipt = await findSale(till.db, sale);
  if (receipt === null) throw new Error('not sold');
  return receipt;
}

describe('LOCAL-1 what else happens at the counter moves with its fact', () => {
  test('LOCAL-1 SHIFT-7 cash moves once, however often it is tapped', async () => {
    const move = { move: 'move-1', is: 'drop', amount: money(5_000), reason: 'Safe' } as const;
    expect(await moveCash(till.db, move, null, trialActing(1))).toMatchObject({ is: 'recorded' });
    expect(await moveCash(till.db, move, null, trialActing(2))).toEqual({ is: 'alreadyMoved' });
    expect((await readShift(till.db))?.totals.cashMoves).toEqual({ in: 0, out: 0, drop: 5_000 });
  });

  test('LOCAL-1 TEND-8 a corrected payment moves the shift, and is found with its receipt', async () => {
    const receipt = await sold('sale-1');
    await correctPayment(till.db, { sale: 'sale-1', to: 'cash' }, trialActing(2));
    expect(await paymentOf(till.db, receipt)).toMatchObject({ tenders: [{ is: 'cash', amount: 250 }] });
    expect((await readShift(till.db))?.totals).toMatchObject({
      sales: 1,
      cash: 250,
      card: 0,
      corrections: 1,
    });
    expect(await correctPayment(till.db, { sale: 'sale-1', to: 'cash' }, trialActing(3))).toMatchObject({
      code: 'correction-changes-nothing',
    });
    expect(await correctPayment(till.db, { sale: 'unknown', to: 'cash' }, trialActing(3))).toMatchObject({
      code: 'other-shift',
    });
  });
});

describe('a parked basket', () => {
  const park = (name: string, sale = soldBasket('sale-1')) =>
    parkSale(till.db, { sale, name }, trialActing(1));

  test('SALE-22 leaves the desk under its name and comes back as it was, across a restart', async () => {
    const basket = soldBasket('sale-1', 2);
    await saveOpenSale(till.db, basket);
    expect(await park('Mr Green ', basket)).toMatchObject({ is: 'recorded' });
    expect(await readOpenSale(till.db)).toBeNull();
    expect(await parkedSales(till.db)).toMatchObject([{ sale: 'sale-1', name: 'Mr Green', gross: 500 }]);
    expect(await recallSale(till.db, 'sale-1', trialActing(2))).toMatchObject({ is: 'recorded' });
    expect(await readOpenSale(till.db)).toEqual(basket);
    expect(await parkedSales(till.db)).toEqual([]);
    expect(await recallSale(till.db, 'sale-1', trialActing(3))).toEqual({ is: 'saleChanged' });
  });

  test('SALE-23 needs goods and a name, and never takes the place of another basket', async () => {
    expect(await park(' ')).toMatchObject({ code: 'name-missing' });
    await park('Mr Green');
    await saveOpenSale(till.db, soldBasket('sale-2'));
    expect(await recallSale(till.db, 'sale-1', trialActing(2))).toEqual({ is: 'saleChanged' });
    expect(await parkedSales(till.db)).toHaveLength(1);
    expect((await readOpenSale(till.db))?.sale).toBe('sale-2');
  });

  test('SALE-23 can be thrown away, which is a fact too', async () => {
    await park('Mr Green');
    expect(await voidParkedSale(till.db, 'sale-1', trialActing(2))).toMatchObject({
      is: 'recorded',
      row: { kind: 'saleVoided', about: ['sale-1'] },
    });
    expect(await parkedSales(till.db)).toEqual([]);
  });

  test('SALE-22 is not parked when another window changed it', async () => {
    const basket = soldBasket('sale-1');
    await saveOpenSale(till.db, { ...basket, revision: basket.revision + 1 });
    expect(await park('Mr Green', basket)).toEqual({ is: 'saleChanged' });
    expect(await readOpenSale(till.db)).toMatchObject({ sale: 'sale-1' });
  });
});
