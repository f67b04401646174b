import 'fake-indexeddb/auto';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { money } from '../domain/money.ts';
import { NO_SHIFT_TOTALS } from '../domain/shift-totals.ts';
import type { FactRow } from '../journal/branch.ts';
import { writeJournalLine } from '../journal/journal-line.ts';
import { factSchema } from '../protocol/fact.ts';
import { makeMemoryCopy, type MemoryCopy } from '../testing/memory-copy.ts';
import { paidByCard, soldBasket } from '../testing/trial-basket.ts';
import { TRIAL_DAY, TRIAL_POLICY } from '../testing/trial-shop.ts';
import { makeTrialTill, trialActing, type TrialTill } from '../testing/trial-till.ts';
import { correctPayment } from './correct-payment.ts';
import { followJournal, type JournalFollower } from './follow-journal.ts';
import { ONLY } from './journal-db.ts';
import { moveCash } from './move-cash.ts';
import { openShift } from './open-shift.ts';
import { parkedSales, parkSale } from './park-sale.ts';
import { proveWriting } from './prove-writing.ts';
import { readShift } from './read-shift.ts';
import { readStatus } from './read-status.ts';
import { reconcileCopies } from './reconcile-copies.ts';
import { recordSale } from './record-sale.ts';
import { readUnshown } from './unshown.ts';
import { factsAfter, moveWatermark, readBranches } from './watermark.ts';

let till: TrialTill;
let copy: MemoryCopy;
let follower: JournalFollower | null = null;

beforeEach(async () => {
  till = await makeTrialTill();
  copy = makeMemoryCopy();
  const asked = { shift: 'shift-1', day: TRIAL_DAY, drawer: 'drawer-1', float: TRIAL_POLICY.float };
  await openShift(till.db, asked, trialActing());
  for (const sale of ['sale-1', 'sale-2', 'sale-3']) await sell(sale);
});
afterEach(() => {
  follower?.stop();
  till.close();
});

async function sell(sale: string): Promise<void> {
  expect((await recordSale(till.db, paidByCard(soldBasket(sale)), trialActing(1))).is).toBe('recorded');
}

async function currentInc(): Promise<string> {
  return (await readStatus(till.db))?.inc ?? '';
}

/** Fact 1 starts the journal, 2 opens the shift, 3 to 5 are sales. */
async function rows(after = 0): Promise<FactRow[]> {
  return factsAfter(till.db, await currentInc(), after, 100);
}

const linesOf = (facts: readonly FactRow[]) => facts.map((fact) => `${writeJournalLine(fact)}\n`).join('');

/** The disk lied: everything since that fact is gone, with all that moved with it. */
async function loseAfter(no: number): Promise<void> {
  const { facts, branches, shifts, unshown } = till.db.journal;
  const inc = await currentInc();
  const last = await facts.get([inc, no]);
  const branch = await branches.get(inc);
  const shift = (await shifts.get(ONLY))?.value;
  if (last === undefined || branch === undefined || shift === undefined) throw new Error('nothing to lose');
  await facts
    .where('[inc+no]')
    .aboveOrEqual([inc, no + 1])
    .delete();
  const nextReceipt = last.sums.sales + 1;
  const head = { no, hash: last.hash };
  await branches.put({ ...branch, head, sums: last.sums, nextReceipt, lastReceipt: last.receipt ?? null });
  await shifts.delete(ONLY);
  await unshown.clear();
}

async function damageTold(db = till.db): Promise<unknown[]> {
  const told = (await db.journal.facts.toArray()).filter(({ kind }) => kind === 'journalDamaged');
  return told.map(({ bytes }) => factSchema.parse(JSON.parse(bytes)).body);
}

const reconcile = async (cleanly = false) =>
  reconcileCopies(till.db, await copy.read(), cleanly, trialActing(9));

test('LOCAL-20 after each commit the unsent tail is copied; what head office has is left out in time', async () => {
  follower = followJournal(till.db, copy, () => undefined);
  await vi.waitFor(async () => expect(copy.text()).toBe(linesOf(await rows())));
  await sell('sale-4');
  await vi.waitFor(async () => expect(copy.text()).toBe(linesOf(await rows())));
  for (let count = 0; count < 70; count += 1) await sell(`more-${String(count)}`);
  const all = await rows();
  const last = all.at(-1);
  if (last === undefined) throw new Error('no facts');
  await moveWatermark(till.db, await currentInc(), last);
  await vi.waitFor(() => expect(copy.text()).toBe(linesOf([last])));
});

test('LOCAL-21 LOCAL-27 F03 facts that the database has lost come back with all that moved with them', async () => {
  const before = { status: await readStatus(till.db), shift: await readShift(till.db) };
  copy.write(linesOf(await rows(1)));
  await loseAfter(1);
  expect(await reconcile()).toEqual({ recovered: 4, startedAnew: false });
  const damage = { inc: await currentInc(), why: 'factsLost', recovered: 4 };
  expect(await damageTold()).toEqual([damage]);
  const [told] = await rows(5);
  expect(await readStatus(till.db)).toMatchObject({
    head: { no: 6, hash: told?.hash },
    lastReceipt: before.status?.lastReceipt,
    waiting: { ...before.status?.waiting, facts: 6 },
  });
  expect((await readShift(till.db))?.totals).toEqual(before.shift?.totals);
  expect((await readUnshown(till.db))?.body.sale).toBe('sale-3');
  await sell('sale-4');
  expect((await readStatus(till.db))?.lastReceipt).toBe('A1-000004');
});

test('JOUR-28 LOCAL-27 P7 a fact whose bytes changed in the database is made whole from the copy, once, and the journal says so', async () => {
  const inc = await currentInc();
  const before = await rows();
  copy.write(linesOf(before));
  const [, , sale] = before;
  if (sale === undefined) throw new Error('no sale');
  const { facts } = till.db.journal;
  await facts.update([inc, sale.no], { bytes: sale.bytes.replace('"sale-1"', '"sale-7"') });
  expect(await rows()).not.toEqual(before);
  expect(await reconcile()).toEqual({ recovered: 1, startedAnew: false });
  expect((await rows()).slice(0, before.length)).toEqual(before);
  expect(await damageTold()).toEqual([{ inc, why: 'factsLost', recovered: 1 }]);
  expect(await reconcile()).toEqual({ recovered: 0, startedAnew: false });
});

test('LOCAL-21 cash that moved, a corrected payment and a parked basket come back too', async () => {
  const move = { move: 'move-1', is: 'in', amount: money(700), reason: 'Change' } as const;
  await moveCash(till.db, move, null, trialActing(2));
  await correctPayment(till.db, { sale: 'sale-3', to: 'cash' }, trialActing(3));
  const parking = { sale: soldBasket('sale-9'), name: 'Mr Green' };
  expect((await parkSale(till.db, parking, trialActing(4))).is).toBe('recorded');
  const before = { shift: await readShift(till.db), parked: await parkedSales(till.db) };
  copy.write(linesOf(await rows(1)));
  await till.db.journal.parked.clear();
  await loseAfter(1);
  expect((await reconcile()).recovered).toBe(7);
  expect((await readShift(till.db))?.totals).toEqual(before.shift?.totals);
  expect(await parkedSales(till.db)).toEqual(before.parked);
});

test('LOCAL-22 LOCAL-27 two tellings are both kept and sent; the till goes on in a new incarnation', async () => {
  const first = await rows(3);
  copy.write(linesOf(first));
  await loseAfter(3);
  await till.db.journal.shifts.put({ key: ONLY, value: { open: await someShift(), counts: 0 } });
  await sell('sale-9');
  await sell('sale-10');
  const own = await currentInc();
  expect(await reconcile()).toEqual({ recovered: 2, startedAnew: true });
  const [told, apart, current] = await readBranches(till.db);
  expect(told).toMatchObject({ inc: own, is: 'finished', head: { no: 5 }, sums: { sales: 3 } });
  expect(apart).toMatchObject({
    chain: own,
    from: { no: 3 },
    is: 'finished',
    head: { no: 5 },
    sums: { sales: 2 },
  });
  expect(current).toMatchObject({ is: 'current', series: 'A1b' });
  expect(await damageTold()).toEqual([{ inc: own, why: 'diverged', recovered: 2 }]);
  const kept = await factsAfter(till.db, apart?.inc ?? '', 0, 10);
  expect(kept.map((row) => row.bytes)).toEqual(first.map((row) => row.bytes));
  expect(await reconcile()).toEqual({ recovered: 0, startedAnew: false });
});

async function someShift() {
  const open = await readShift(till.db);
  if (open !== null) return open;
  const asked = { shift: 'shift-1', day: TRIAL_DAY, drawer: 'drawer-1', float: TRIAL_POLICY.float };
  return { ...asked, openedAt: 0, openedBy: 's-daniel', totals: NO_SHIFT_TOTALS };
}

test('LOCAL-23 LOCAL-27 F06 what a lost till left in its second copy is kept under the new key, before anything newer', async () => {
  copy.write(linesOf(await rows(2)));
  const renewed = await makeTrialTill('A1z');
  expect(await reconcileCopies(renewed.db, await copy.read(), true, trialActing(9))).toEqual({
    recovered: 3,
    startedAnew: false,
  });
  const [recovered, current] = await readBranches(renewed.db);
  expect(recovered).toMatchObject({
    inc: await currentInc(),
    is: 'finished',
    from: { no: 2 },
    sums: { sales: 3 },
  });
  expect(current).toMatchObject({ is: 'current', rank: 1 });
  const damage = { inc: await currentInc(), why: 'storageLost', recovered: 3 };
  expect(await damageTold(renewed.db)).toEqual([damage]);
  expect((await readStatus(renewed.db))?.waiting.sales).toBe(3);
  renewed.close();
});

test('LOCAL-23 JOUR-26 F39 a series that a restored head office gave out once more is left before anything is sold', async () => {
  copy.write(linesOf(await rows(2)));
  const renewed = await makeTrialTill('A1');
  expect(await reconcileCopies(renewed.db, await copy.read(), true, trialActing(9))).toEqual({
    recovered: 3,
    startedAnew: true,
  });
  expect((await readBranches(renewed.db)).at(-1)).toMatchObject({ is: 'current', series: 'A1b' });
  renewed.close();
});

test('LOCAL-22 LOCAL-27 an unreadable copy after a kill begins a new incarnation, after a clean stop it does not', async () => {
  expect(await reconcileCopies(till.db, { is: 'unreadable' }, true, trialActing(9))).toMatchObject({
    startedAnew: false,
  });
  expect(await reconcileCopies(till.db, { is: 'unreadable' }, false, trialActing(9))).toMatchObject({
    startedAnew: true,
  });
  expect(await damageTold()).toMatchObject([{ why: 'copyUnreadable', recovered: 0 }]);
});

test('LOCAL-24 F05 whether the database takes a write is found out by writing', async () => {
  expect(await proveWriting(till.db)).toBeNull();
  const { budgets } = till.db.journal;
  budgets.hook('creating', () => {
    throw new DOMException('no space left', 'QuotaExceededError');
  });
  expect(await proveWriting(till.db)).toMatchObject({ is: 'notSaved', why: 'full' });
});

test('LOCAL-29 what was pruned is no other telling, though the copy still tells it', async () => {
  const all = await rows();
  copy.write(linesOf(all));
  const [first] = all;
  if (first === undefined) throw new Error('no facts');
  const { inc, no, hash, sums } = first;
  await till.db.journal.pruned.put({ inc, no, hash, sums });
  await till.db.journal.facts.delete([inc, no]);
  expect(await reconcile()).toEqual({ recovered: 0, startedAnew: false });
  expect(await readBranches(till.db)).toHaveLength(1);
});
