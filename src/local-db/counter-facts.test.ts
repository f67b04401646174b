import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { approvalForCash, type CashToMove } from '../domain/cash-move.ts';
import { money } from '../domain/money.ts';
import { sha256Hex } from '../journal/digest.ts';
import { paidByCard, soldBasket } from '../testing/trial-basket.ts';
import { TRIAL_DAY, TRIAL_POLICY } from '../testing/trial-shop.ts';
import { makeTrialTill, trialActing, type TrialTill } from '../testing/trial-till.ts';
import { factSchema } from '../protocol/fact.ts';
import type { Acting } from './acting.ts';
import { cashMovesOf } from './cash-moves.ts';
import { closeShift } from './close-shift.ts';
import { closedShifts, floatLeftIn } from './closed-shifts.ts';
import { correctPayment, paymentOf } from './correct-payment.ts';
import { handDrawerOver, handOversOf } from './hand-drawer-over.ts';
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

async function consent(move: CashToMove) {
  const need = approvalForCash(move, 'clerk');
  return { approver: 's-bo', digest: await sha256Hex(need?.act ?? '') };
}

async function sold(sale: string) {
  await recordSale(till.db, paidByCard(soldBasket(sale)), trialActing(1));
  const receipt = await findSale(till.db, sale);
  if (receipt === null) throw new Error('not sold');
  return receipt;
}

describe('LOCAL-1 what else happens at the counter moves with its fact', () => {
  test('LOCAL-1 SHIFT-7 cash moves once, however often it is tapped', async () => {
    const move = { move: 'move-1', is: 'drop', amount: money(5_000), reason: 'Safe' } as const;
    const given = await consent(move);
    expect(await moveCash(till.db, move, given, trialActing(1))).toMatchObject({ is: 'recorded' });
    expect(await moveCash(till.db, move, given, trialActing(2))).toEqual({ is: 'alreadyMoved' });
    expect((await readShift(till.db))?.totals.cashMoves).toEqual({ in: 0, out: 0, drop: 5_000 });
  });

  test('SHIFT-9 cash leaves with consent to this very move only; the list says who agreed', async () => {
    const out = { move: 'move-1', is: 'out', amount: money(500), reason: 'Milk' } as const;
    const given = await consent(out);
    expect(await moveCash(till.db, out, null, trialActing(1))).toMatchObject({ code: 'approval-needed' });
    const more = { ...out, amount: money(5_000) };
    expect(await moveCash(till.db, more, given, trialActing(1))).toMatchObject({
      code: 'approval-other-act',
    });
    expect(await cashMovesOf(till.db, 'shift-1')).toEqual([]);
    await moveCash(till.db, out, given, trialActing(1));
    expect(await cashMovesOf(till.db, 'shift-1')).toMatchObject([
      { body: { amount: 500, reason: 'Milk' }, staff: 's-daniel', approvedBy: 's-bo' },
    ]);
  });

  test('SHIFT-11 a Z is found again as it was stated, newest first', async () => {
    await sold('sale-1');
    const close = { shift: 'shift-1', countedCash: TRIAL_POLICY.float, keptFloat: TRIAL_POLICY.float };
    await closeShift(till.db, { ...close, cardTerminal: money(250), bag: '0042' }, trialActing(5));
    const again = { shift: 'shift-2', day: TRIAL_DAY, drawer: 'drawer-1', float: TRIAL_POLICY.float };
    await openShift(till.db, again, trialActing(6));
    await closeShift(till.db, { ...close, shift: 'shift-2' }, trialActing(7));
    expect(await closedShifts(till.db)).toMatchObject([
      { closed: { shift: 'shift-2' } },
      {
        opened: { day: TRIAL_DAY, float: 15_000, openedBy: 's-daniel' },
        closed: { totals: { sales: 1, card: 250 }, cardTerminal: 250, cardDifference: 0, bag: '0042' },
        staff: 's-daniel',
      },
    ]);
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

describe('a drawer', () => {
  const counted = [{ value: money(5_000), count: 3 }];
  const hand = (handOver: string, to: string, at: number) =>
    handDrawerOver(till.db, { handOver, shift: 'shift-1', to, denominations: counted }, trialActing(at));

  test('SHIFT-43 changes hands once, however often it is tapped; the next hand-over comes from who has it', async () => {
    expect(await hand('hand-1', 's-bo', 1)).toMatchObject({ is: 'recorded' });
    expect(await hand('hand-1', 's-bo', 2)).toEqual({ is: 'alreadyHandedOver' });
    await hand('hand-2', 's-daniel', 3);
    expect(await handOversOf(till.db, 'shift-1')).toMatchObject([
      { body: { from: 's-daniel', to: 's-bo', expectedCash: 15_000, count: { counted: 15_000 } } },
      { body: { from: 's-bo', to: 's-daniel' } },
    ]);
    const close = { shift: 'shift-1', countedCash: TRIAL_POLICY.float, keptFloat: money(12_000) };
    await closeShift(till.db, close, trialActing(5));
    expect((await closedShifts(till.db))[0]?.handOvers).toHaveLength(2);
    expect(await hand('hand-3', 's-bo', 6)).toMatchObject({ code: 'shift-not-open' });
  });

  test('SHIFT-47 opens with what its last count left, also when it had no name yet; of another one nothing is known', async () => {
    expect(await floatLeftIn(till.db, 'front')).toBeNull();
    const close = { shift: 'shift-1', countedCash: TRIAL_POLICY.float, keptFloat: money(12_000) };
    await closeShift(till.db, close, trialActing(5));
    expect(await floatLeftIn(till.db, 'front')).toBe(12_000);
    const shared = { is: 'countedAt', till: 'till-2', others: ['till-2'] } as const;
    const into = { shift: 'shift-2', day: TRIAL_DAY, drawer: 'front', float: money(0), shared };
    await openShift(till.db, into, trialActing(6));
    const leave = { shift: 'shift-2', countedCash: null, keptFloat: money(0) };
    expect(await closeShift(till.db, leave, trialActing(7))).toMatchObject({ is: 'recorded' });
    expect(await floatLeftIn(till.db, 'front')).toBe(12_000);
    const named = { shift: 'shift-3', day: TRIAL_DAY, drawer: 'back', float: money(0) };
    await openShift(till.db, named, trialActing(8));
    await closeShift(
      till.db,
      { shift: 'shift-3', countedCash: money(500), keptFloat: money(500) },
      trialActing(9),
    );
    expect(await floatLeftIn(till.db, 'back')).toBe(500);
    expect(await floatLeftIn(till.db, 'front')).toBe(12_000);
  });

  test('SHIFT-45 SHIFT-46 a close says who rang what, and what head office does not have yet', async () => {
    await sold('sale-1');
    const close = { shift: 'shift-1', countedCash: TRIAL_POLICY.float, keptFloat: TRIAL_POLICY.float };
    await closeShift(till.db, close, trialActing(5));
    expect((await closedShifts(till.db))[0]?.closed).toMatchObject({
      totals: { byClerk: [{ staff: 's-daniel', sales: 1, gross: 250 }] },
      unsent: { sales: 1, value: 250 },
    });
  });
});

describe('SHIFT-48 a shift across midnight', () => {
  const HOUR_MINUTES = 60;
  /** Hours after eight in the morning of the trial day, as the clock and its trading day stand then. */
  function at(hours: number, day: string): Acting {
    const acting = trialActing(hours * HOUR_MINUTES);
    return { ...acting, moment: { ...acting.moment, day } };
  }
  const sellAt = (sale: string, hours: number, day: string) =>
    recordSale(till.db, paidByCard(soldBasket(sale)), at(hours, day));
  const NEXT_DAY = '2025-05-07';

  test('SHIFT-48 SALE-10 what is sold after midnight, and after the next day has begun, belongs to the shift’s day; so does its close', async () => {
    await sellAt('sale-1', 16.5, TRIAL_DAY);
    await sellAt('sale-2', 21, NEXT_DAY);
    const close = { shift: 'shift-1', countedCash: TRIAL_POLICY.float, keptFloat: TRIAL_POLICY.float };
    await closeShift(till.db, close, at(22, NEXT_DAY));
    const facts = (await till.db.journal.facts.toArray()).map(({ kind, bytes }) => ({
      kind,
      ...dayIn(bytes),
    }));
    const ofShift = facts.filter(({ kind }) => kind === 'saleCompleted' || kind === 'shiftClosed');
    expect(ofShift).toEqual([
      { kind: 'saleCompleted', day: TRIAL_DAY },
      { kind: 'saleCompleted', day: TRIAL_DAY },
      { kind: 'shiftClosed', day: TRIAL_DAY },
    ]);
    expect((await closedShifts(till.db))[0]).toMatchObject({
      opened: { day: TRIAL_DAY },
      closed: { totals: { sales: 2 } },
    });
  });

  test('SHIFT-48 the shift after it is the new day’s', async () => {
    const close = { shift: 'shift-1', countedCash: TRIAL_POLICY.float, keptFloat: TRIAL_POLICY.float };
    await closeShift(till.db, close, at(22, NEXT_DAY));
    const next = { shift: 'shift-2', day: NEXT_DAY, drawer: 'drawer-1', float: TRIAL_POLICY.float };
    await openShift(till.db, next, at(22, NEXT_DAY));
    expect((await readShift(till.db))?.day).toBe(NEXT_DAY);
  });

  function dayIn(bytes: string): { readonly day: string } {
    return { day: factSchema.parse(JSON.parse(bytes)).day };
  }
});
