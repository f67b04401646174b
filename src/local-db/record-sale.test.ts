import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { approvalFor } from '../domain/approval-for.ts';
import { money } from '../domain/money.ts';
import { changeSale } from '../domain/open-sale.ts';
import { quantity } from '../domain/quantity.ts';
import { sha256Hex } from '../journal/digest.ts';
import { verifyChain } from '../journal/verify-chain.ts';
import { NO_FACT_HASH } from '../protocol/fact.ts';
import { paidByCard, returnBasket, soldBasket } from '../testing/trial-basket.ts';
import {
  accepted,
  ringUp,
  TRIAL_DAY,
  TRIAL_POLICY,
  trialProduct,
  trialTerms,
} from '../testing/trial-shop.ts';
import { makeTrialTill, trialActing, type TrialTill } from '../testing/trial-till.ts';
import { keeperOf, viewAhead } from './append-fact.ts';
import { openShift } from './open-shift.ts';
import { readOpenSale, saveOpenSale } from './open-sale.ts';
import { readShift } from './read-shift.ts';
import { readStatus } from './read-status.ts';
import { recentReceipts, findReceipt, findSale, receiptsOfShift, refundsOf } from './receipts.ts';
import { recordEvent } from './record-event.ts';
import { recordSale, type SaleOutcome } from './record-sale.ts';
import type { RecordedReceipt } from './recorded-receipt.ts';
import { markShown, readUnshown } from './unshown.ts';
import { factsAfter } from './watermark.ts';

let till: TrialTill;
beforeEach(async () => {
  till = await makeTrialTill();
});
afterEach(() => till.close());

const asked = { shift: 'shift-1', day: TRIAL_DAY, drawer: 'drawer-1', float: TRIAL_POLICY.float };
const begin = () => openShift(till.db, asked, trialActing());

function receiptOf(outcome: SaleOutcome): RecordedReceipt {
  if (outcome.is !== 'recorded') throw new Error(`not recorded: ${JSON.stringify(outcome)}`);
  return outcome.receipt;
}

async function sell(sale: string, pieces = 1): Promise<RecordedReceipt> {
  return receiptOf(await recordSale(till.db, paidByCard(soldBasket(sale, pieces)), trialActing(1)));
}

async function allFacts(): Promise<{ kind: string; no: number; bytes: string; hash: string; inc: string }[]> {
  const status = await readStatus(till.db);
  return factsAfter(till.db, status?.inc ?? '', 0, 1_000);
}

describe('LOCAL-1 what moves together is committed together', () => {
  test('LOCAL-1 P3 a sale moves head, totals, waiting, basket and the unshown mark in one commit', async () => {
    await begin();
    const basket = soldBasket('sale-1', 2);
    await saveOpenSale(till.db, basket);
    const receipt = receiptOf(await recordSale(till.db, paidByCard(basket), trialActing(1)));

    expect(receipt.body).toMatchObject({ receipt: 'A1-000001', shift: 'shift-1', totals: { gross: 500 } });
    expect(await readStatus(till.db)).toMatchObject({
      head: { no: 3, hash: receipt.hash },
      lastReceipt: 'A1-000001',
      waiting: { facts: 3, sales: 1, value: 500 },
    });
    expect((await readShift(till.db))?.totals).toMatchObject({ sales: 1, gross: 500, card: 500 });
    expect(await readOpenSale(till.db)).toBeNull();
    expect((await readUnshown(till.db))?.body.sale).toBe('sale-1');
  });

  test('LOCAL-1 a write that fails in the middle leaves everything as it was', async () => {
    await begin();
    const basket = soldBasket('sale-1');
    await saveOpenSale(till.db, basket);
    const before = { status: await readStatus(till.db), shift: await readShift(till.db) };
    const { unshown } = till.db.journal;
    const fail = (): never => {
      throw new DOMException('no room', 'QuotaExceededError');
    };
    unshown.hook('creating', fail);
    const outcome = await recordSale(till.db, paidByCard(basket), trialActing(1));
    unshown.hook('creating').unsubscribe(fail);

    expect(outcome).toMatchObject({ is: 'notSaved', why: 'full' });
    expect({ status: await readStatus(till.db), shift: await readShift(till.db) }).toEqual(before);
    expect(await readOpenSale(till.db)).toEqual(basket);
    expect(await findSale(till.db, 'sale-1')).toBeNull();
    expect((await sell('sale-1')).body.receipt).toBe('A1-000001');
  });

  test('JOUR-2 LOCAL-1 what was recorded is an intact chain from its first fact, journalStarted', async () => {
    await begin();
    await sell('sale-1');
    await sell('sale-2');
    const facts = await allFacts();
    expect(facts.map((fact) => fact.kind)).toEqual([
      'journalStarted',
      'shiftOpened',
      'saleCompleted',
      'saleCompleted',
    ]);
    expect(await verifyChain(facts, facts[0]?.inc ?? '', { no: 0, hash: NO_FACT_HASH })).toMatchObject({
      is: 'intact',
    });
  });
});

describe('LOCAL-2 P3 a sale is written once', () => {
  test('LOCAL-2 P3 a repeat finds the receipt that is there', async () => {
    await begin();
    const first = await sell('sale-1');
    const again = await recordSale(till.db, paidByCard(soldBasket('sale-1')), trialActing(2));
    expect(again).toEqual({ is: 'alreadyRecorded', receipt: first });
    expect(await allFacts()).toHaveLength(3);
  });

  test('LOCAL-2 F22 two windows that charge at once record one sale on one chain', async () => {
    await begin();
    const other = await till.openWindow();
    const charge = (db: TrialTill['db']) => recordSale(db, paidByCard(soldBasket('sale-1')), trialActing(1));
    const outcomes = await Promise.all([charge(till.db), charge(other), charge(till.db), charge(other)]);
    expect(outcomes.map((outcome) => outcome.is).sort()).toEqual([
      'alreadyRecorded',
      'alreadyRecorded',
      'alreadyRecorded',
      'recorded',
    ]);
    expect(await allFacts()).toHaveLength(3);
    expect((await readShift(till.db))?.totals.sales).toBe(1);
  });
});

describe('LOCAL-3 when the head moved, the decision is made again', () => {
  test('LOCAL-3 acts of two windows at once all land, one after the other, with gapless receipts', async () => {
    await begin();
    const other = await till.openWindow();
    const windows = [till.db, other];
    const acts = Array.from({ length: 8 }, (_, count) => {
      const db = windows[count % 2] ?? till.db;
      if (count % 4 === 3)
        return recordEvent(db, { kind: 'signedIn', body: { staff: 's-bo' } }, trialActing(count));
      return recordSale(db, paidByCard(soldBasket(`sale-${String(count)}`)), trialActing(count));
    });
    for (const outcome of await Promise.all(acts)) expect(outcome.is).toBe('recorded');
    const facts = await allFacts();
    expect(facts).toHaveLength(10);
    expect(await verifyChain(facts, facts[0]?.inc ?? '', { no: 0, hash: NO_FACT_HASH })).toMatchObject({
      is: 'intact',
    });
    const numbers = (await receiptsOfShift(till.db, 'shift-1')).map(({ body }) => body.receipt).sort();
    expect(numbers).toEqual(['1', '2', '3', '4', '5', '6'].map((digit) => `A1-00000${digit}`));
  });

  test('LOCAL-32 P3 a sale decided on what was read before another one landed takes the next number', async () => {
    await begin();
    const ahead = viewAhead(keeperOf(till.db));
    await ahead;
    await sell('sale-1');
    const second = await recordSale(till.db, paidByCard(soldBasket('sale-2')), trialActing(1), { ahead });
    expect(receiptOf(second).body.receipt).toBe('A1-000002');
    const again = await recordSale(till.db, paidByCard(soldBasket('sale-1')), trialActing(1), { ahead });
    expect(again.is).toBe('alreadyRecorded');
    expect((await readShift(till.db))?.totals.sales).toBe(2);
  });

  test('LOCAL-32 no is never said on what was read before: the shift was opened since', async () => {
    const ahead = viewAhead(keeperOf(till.db));
    await ahead;
    await begin();
    const outcome = await recordSale(till.db, paidByCard(soldBasket('sale-1')), trialActing(1), { ahead });
    expect(outcome.is).toBe('recorded');
  });

  test('LOCAL-32 what cannot be read ahead is read when it is needed', async () => {
    await begin();
    const ahead = Promise.resolve(null);
    expect((await recordSale(till.db, paidByCard(soldBasket('sale-1')), trialActing(1), { ahead })).is).toBe(
      'recorded',
    );
  });
});

describe('LOCAL-4 only the basket that was paid is recorded', () => {
  test('LOCAL-4 a basket that another window changed meanwhile is not charged', async () => {
    await begin();
    const basket = soldBasket('sale-1');
    const more = accepted(
      changeSale(basket, { is: 'setQuantity', line: 1, quantity: quantity(3000) }, trialTerms()),
    );
    await saveOpenSale(till.db, more);
    const outcome = await recordSale(till.db, paidByCard(basket), trialActing(1));
    expect(outcome).toEqual({ is: 'saleChanged', stored: more });
    expect(await readOpenSale(till.db)).toEqual(more);
    expect((await readStatus(till.db))?.waiting.sales).toBe(0);
  });

  test('LOCAL-4 a save that lags behind the paid basket does not hold it up', async () => {
    await begin();
    const basket = soldBasket('sale-1');
    await saveOpenSale(till.db, basket);
    const more = accepted(
      changeSale(basket, { is: 'setQuantity', line: 1, quantity: quantity(3000) }, trialTerms()),
    );
    expect(receiptOf(await recordSale(till.db, paidByCard(more), trialActing(1))).body.totals.gross).toBe(
      750,
    );
  });

  test('LOCAL-14 P3 a save that comes late never brings a paid basket back, nor an older one', async () => {
    await begin();
    const basket = soldBasket('sale-1');
    const more = accepted(
      changeSale(basket, { is: 'setQuantity', line: 1, quantity: quantity(3000) }, trialTerms()),
    );
    await saveOpenSale(till.db, more);
    await saveOpenSale(till.db, basket);
    expect(await readOpenSale(till.db)).toEqual(more);
    await recordSale(till.db, paidByCard(more), trialActing(1));
    await saveOpenSale(till.db, more);
    expect(await readOpenSale(till.db)).toBeNull();
  });
});

describe('LOCAL-5 LOCAL-6 LOCAL-7 what the rules refuse is not recorded and takes no receipt number', () => {
  test('LOCAL-5 nothing is sold without an open shift', async () => {
    const outcome = await recordSale(till.db, paidByCard(soldBasket('sale-1')), trialActing());
    expect(outcome).toEqual({ is: 'refused', code: 'shift-not-open' });
  });

  test('LOCAL-13 a refused charge takes no number, and the receipt counter is apart from the journal', async () => {
    await begin();
    await sell('sale-1');
    const short = { ...paidByCard(soldBasket('sale-2')), tenders: [] };
    expect(await recordSale(till.db, short, trialActing(2))).toMatchObject({
      is: 'refused',
      code: 'tenders-short',
    });
    await recordEvent(till.db, { kind: 'signedIn', body: { staff: 's-bo' } }, trialActing(3));
    expect(await sell('sale-3')).toMatchObject({ no: 5, body: { receipt: 'A1-000002' } });
  });

  test('LOCAL-6 an approval holds for the very act, and is part of the fact', async () => {
    await begin();
    const back = {
      is: 'returnProduct',
      product: trialProduct({ id: 'mug' }),
      quantity: quantity(1000),
      price: null,
      reason: 'cracked',
    } as const;
    const basket = ringUp('sale-1', [back], trialTerms());
    const bigger = accepted(changeSale(basket, { ...back, reason: 'also cracked' }, trialTerms()));
    const digest = await sha256Hex(approvalFor(basket, trialTerms(), 'clerk')?.act ?? '');
    const approval = { approver: 's-daniel', digest };

    const without = await recordSale(till.db, paidByCard(basket), trialActing(1, 's-bo'));
    expect(without).toMatchObject({ is: 'refused', code: 'approval-needed', why: 'return-without-receipt' });
    const other = await recordSale(till.db, { ...paidByCard(bigger), approval }, trialActing(1, 's-bo'));
    expect(other).toEqual({ is: 'refused', code: 'approval-other-act' });
    const done = await recordSale(till.db, { ...paidByCard(basket), approval }, trialActing(1, 's-bo'));
    expect(receiptOf(done)).toMatchObject({
      kind: 'refundGiven',
      staff: 's-bo',
      approvedBy: 's-daniel',
      body: { totals: { gross: -250 } },
    });
  });

  test('LOCAL-7 never more comes back than was sold, counting the refunds known here', async () => {
    await begin();
    const sold = await sell('sale-1', 3);
    const two = await recordSale(till.db, paidByCard(returnBasket('back-1', sold, 2)), trialActing(2));
    expect(receiptOf(two).kind).toBe('refundGiven');
    expect(await refundsOf(till.db, 'sale-1')).toHaveLength(1);

    // Both rung up before the first refund was known: now one piece is left, and its amount rests on the older state.
    for (const pieces of [2, 1]) {
      const stale = await recordSale(
        till.db,
        paidByCard(returnBasket('back-2', sold, pieces)),
        trialActing(3),
      );
      expect(stale).toEqual({ is: 'refused', code: 'more-than-sold', left: 1000 });
    }
    const fresh = returnBasket('back-3', sold, 1, quantity(2000));
    expect(receiptOf(await recordSale(till.db, paidByCard(fresh), trialActing(4))).body.totals.gross).toBe(
      -250,
    );
    expect((await readShift(till.db))?.totals).toMatchObject({ sales: 1, refunds: 2, gross: 0 });
  });
});

describe('LOCAL-8 LOCAL-9 F02 F04 the truth about a charge whose outcome was not seen', () => {
  test('LOCAL-8 P3 F02 a committed sale is unshown until somebody has seen it', async () => {
    await begin();
    const receipt = await sell('sale-1');
    const other = await till.openWindow();
    expect(await readUnshown(other)).toEqual(receipt);
    await markShown(other, 'another-sale');
    expect(await readUnshown(other)).toEqual(receipt);
    await markShown(other, 'sale-1');
    expect(await readUnshown(other)).toBeNull();
  });

  test('LOCAL-9 P3 F04 a commit over its limit is being checked until it has settled, and a second charge finds it', async () => {
    await begin();
    const { journal } = till.db;
    let release = (): void => undefined;
    const busy = journal.transaction('rw', journal.facts, async () => {
      const held = new Promise<void>((resolve) => {
        release = resolve;
      });
      let isHeld = true;
      void held.then(() => (isHeld = false));
      // Reads keep the transaction alive, as a slow disk would.
      const wait = async (): Promise<void> => {
        await journal.facts.count();
        if (isHeld) await wait();
      };
      await wait();
    });
    const outcome = await recordSale(till.db, paidByCard(soldBasket('sale-1')), trialActing(1), {
      limitMs: 20,
    });
    if (outcome.is !== 'checking') throw new Error(`${outcome.is}, though the commit cannot have happened`);
    release();
    await busy;
    expect(await outcome.settled).toMatchObject({
      is: 'recorded',
      receipt: { body: { receipt: 'A1-000001' } },
    });
    const again = await recordSale(till.db, paidByCard(soldBasket('sale-1')), trialActing(2));
    expect(again.is).toBe('alreadyRecorded');
  });
});

describe('LOCAL-11 F07 a dead handle is opened again, and the same fact is written once', () => {
  test('LOCAL-11 F07 a handle that was closed under us costs the clerk nothing', async () => {
    await begin();
    till.db.journal.close();
    expect((await sell('sale-1')).body.receipt).toBe('A1-000001');
  });

  test('LOCAL-8 LOCAL-11 F07 a sale that nobody saw is found at a start on a dead handle', async () => {
    await begin();
    const receipt = await sell('sale-1');
    till.db.journal.close();
    expect(await readUnshown(till.db)).toEqual(receipt);
  });

  test('LOCAL-11 F07 a commit that landed although its handle died before saying so is found again', async () => {
    await begin();
    const { journal } = till.db;
    const transact = journal.transaction.bind(journal);
    let commits = 0;
    Object.defineProperty(journal, 'transaction', {
      configurable: true,
      value: async (...given: Parameters<typeof transact>) => {
        const result: unknown = await transact(...given);
        if (given[0] === 'rw' && (commits += 1) === 1)
          throw new DOMException('Connection to Indexed Database server lost', 'UnknownError');
        return result;
      },
    });
    const receipt = await sell('sale-1');
    expect(commits).toBe(2);
    expect(await allFacts()).toHaveLength(3);
    expect(receipt.no).toBe(3);
  });
});

test('LOCAL-13 receipts are found by number, by sale and newest first', async () => {
  await begin();
  const one = await sell('sale-1');
  const two = await sell('sale-2');
  expect(await findReceipt(till.db, 'A1-000002')).toEqual(two);
  expect(await findReceipt(till.db, 'A1-000009')).toBeNull();
  expect(await findSale(till.db, 'sale-1')).toEqual(one);
  expect((await recentReceipts(till.db, 1)).map(({ body }) => body.receipt)).toEqual(['A1-000002']);
  expect(one.code).toMatch(/^[0-9A-Z]{4}-[0-9A-Z]{2}$/);
  expect(one.body.totals.gross).toBe(money(250));
});
