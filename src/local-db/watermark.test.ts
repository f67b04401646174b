import 'fake-indexeddb/auto';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { sha256Hex } from '../journal/digest.ts';
import { NO_FACT_HASH } from '../protocol/fact.ts';
import { paidByCard, soldBasket } from '../testing/trial-basket.ts';
import { TRIAL_DAY, TRIAL_POLICY } from '../testing/trial-shop.ts';
import { makeTrialTill, trialActing, type TrialTill } from '../testing/trial-till.ts';
import { distrustServer } from './distrust-server.ts';
import type { FactRow } from '../journal/branch.ts';
import { openShift } from './open-shift.ts';
import { readStatus } from './read-status.ts';
import { recordSale } from './record-sale.ts';
import { startIncarnation } from './start-incarnation.ts';
import { factsAfter, moveWatermark, readBranches } from './watermark.ts';

let till: TrialTill;
beforeEach(async () => {
  till = await makeTrialTill();
  const asked = { shift: 'shift-1', day: TRIAL_DAY, drawer: 'drawer-1', float: TRIAL_POLICY.float };
  await openShift(till.db, asked, trialActing());
  for (const sale of ['sale-1', 'sale-2', 'sale-3']) await sell(sale);
});
afterEach(() => till.close());

async function sell(sale: string): Promise<void> {
  const { is } = await recordSale(till.db, paidByCard(soldBasket(sale)), trialActing(1));
  expect(is).toBe('recorded');
}

async function currentInc(): Promise<string> {
  return (await readStatus(till.db))?.inc ?? '';
}

/** Fact 1 starts the journal, 2 opens the shift, 3 to 5 are sales. */
async function fact(no: number): Promise<FactRow> {
  const [row] = await factsAfter(till.db, await currentInc(), no - 1, 1);
  if (row === undefined) throw new Error(`no fact ${String(no)}`);
  return row;
}

const waiting = async () => (await readStatus(till.db))?.waiting;

test('LOCAL-12 P4 what waits is exact at every watermark, up and down', async () => {
  const inc = await currentInc();
  expect(await waiting()).toEqual({ facts: 5, sales: 3, value: 750 });
  expect(await moveWatermark(till.db, inc, await fact(4))).toBe(true);
  expect(await waiting()).toEqual({ facts: 1, sales: 1, value: 250 });
  expect(await moveWatermark(till.db, inc, await fact(2))).toBe(true);
  expect(await waiting()).toEqual({ facts: 3, sales: 3, value: 750 });
  expect(await moveWatermark(till.db, inc, await fact(5))).toBe(true);
  expect(await waiting()).toEqual({ facts: 0, sales: 0, value: 0 });
  expect(await moveWatermark(till.db, inc, { no: 0, hash: NO_FACT_HASH })).toBe(true);
  expect(await waiting()).toEqual({ facts: 5, sales: 3, value: 750 });
});

test('LOCAL-12 P4 a head that is not our own fact, by number and hash, moves nothing', async () => {
  const inc = await currentInc();
  await moveWatermark(till.db, inc, await fact(3));
  const { hash } = await fact(4);
  for (const head of [
    { no: 5, hash },
    { no: 9, hash },
    { no: 4, hash: 'f'.repeat(64) },
    { no: 0, hash },
  ]) {
    expect(await moveWatermark(till.db, inc, head)).toBe(false);
  }
  expect(await moveWatermark(till.db, 'another-inc', { no: 4, hash })).toBe(false);
  expect(await waiting()).toMatchObject({ facts: 2 });
});

test('LOCAL-18 F03 a forked branch is finished and kept, and the new one has numbers of its own', async () => {
  const forked = await currentInc();
  expect(await startIncarnation(till.db, forked, trialActing(2))).toBe(true);
  expect(await startIncarnation(till.db, forked, trialActing(2))).toBe(false);
  await sell('sale-4');

  const [old, current] = await readBranches(till.db);
  expect(old).toMatchObject({ inc: forked, is: 'finished', head: { no: 5 }, lastReceipt: 'A1-000003' });
  expect(current).toMatchObject({ is: 'current', series: 'A1b', head: { no: 2 }, lastReceipt: 'A1b-000001' });
  const first: unknown = JSON.parse((await fact(1)).bytes);
  expect(first).toMatchObject({
    kind: 'journalStarted',
    body: { parent: { inc: forked, no: 5, hash: old?.head.hash }, series: 'A1b' },
  });
  expect(await waiting()).toEqual({ facts: 7, sales: 4, value: 1000 });
});

test('JOUR-27 F03 a tablet that forgot an incarnation whole does not print its numbers again', async () => {
  expect(await startIncarnation(till.db, await currentInc(), trialActing(2), ['A1', 'A1b'])).toBe(true);
  const started = (await readBranches(till.db)).find(({ is }) => is === 'current');
  expect(started).toMatchObject({ series: 'A1c', rank: 3 });
});

test('LOCAL-12 F39 another server must prove every other branch anew', async () => {
  const forked = await currentInc();
  await moveWatermark(till.db, forked, await fact(5));
  await startIncarnation(till.db, forked, trialActing(2));
  const inc = await currentInc();
  await moveWatermark(till.db, inc, await fact(1));
  expect(await waiting()).toMatchObject({ facts: 0 });
  await distrustServer(till.db, inc);
  expect(await waiting()).toEqual({ facts: 5, sales: 3, value: 750 });
});

test('LOCAL-12 JOUR-29 F39 another server that names a head none of ours proves nothing: all is offered from the beginning', async () => {
  const inc = await currentInc();
  await moveWatermark(till.db, inc, await fact(5));
  expect(await moveWatermark(till.db, inc, { no: 4, hash: NO_FACT_HASH })).toBe(false);
  await distrustServer(till.db, null);
  expect(await waiting()).toEqual({ facts: 5, sales: 3, value: 750 });
});

test('LOCAL-28 P4 a fact of which a bit flipped is acknowledged as head office found it, and what follows flows', async () => {
  const inc = await currentInc();
  const own = await fact(3);
  const bytes = own.bytes.replace('"kind"', '"kinf"');
  await till.db.journal.facts.put({ ...own, bytes });
  const found = { no: 3, hash: await sha256Hex(bytes) };
  expect(await moveWatermark(till.db, inc, { no: 3, hash: (await fact(4)).hash })).toBe(false);
  expect(await moveWatermark(till.db, inc, found)).toBe(true);
  const [branch] = await readBranches(till.db);
  // The next batch follows what head office has, not what it never saw.
  expect(branch?.acknowledged).toEqual(found);
  expect(await waiting()).toEqual({ facts: 2, sales: 2, value: 500 });
  expect(await moveWatermark(till.db, inc, own)).toBe(true);
});
