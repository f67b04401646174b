import 'fake-indexeddb/auto';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { readCopy } from '../journal/read-copy.ts';
import { writeJournalLine } from '../journal/journal-line.ts';
import { PRUNE_AFTER_MS } from '../journal/prune-rule.ts';
import { readContact, saveContact } from '../local-db/last-contact.ts';
import { pruneJournal } from '../local-db/prune-journal.ts';
import { reconcileCopies } from '../local-db/reconcile-copies.ts';
import { factsAfter, readBranches } from '../local-db/watermark.ts';
import { factSchema } from '../protocol/fact.ts';
import { NO_FAULT } from './faulty-net.ts';
import { startHeadOffice, type HeadOffice } from './head-office.ts';
import { startSyncingTill, type SyncingTill } from './syncing-till.ts';
import { trialActing } from './trial-till.ts';
import { makeVirtualTime, type VirtualTime } from './virtual-time.ts';

let time: VirtualTime;
let office: HeadOffice;
let till: SyncingTill;
beforeEach(async () => {
  time = makeVirtualTime(Date.UTC(2025, 4, 6, 5, 10));
  office = await startHeadOffice(time.now);
  till = await startSyncingTill(office, time);
});
afterEach(async () => {
  await till.stop();
  await office.stop();
});

const allSent = async () => (await till.waiting()) === 0;
const inc = async () => (await till.status()).inc;
const numbersThere = async (of: string) =>
  (await office.ledger()).filter((row) => row.inc === of).map((row) => row.no);

async function lose(...numbers: readonly number[]): Promise<void> {
  const own = await inc();
  await till.db.journal.facts.bulkDelete(numbers.map((no) => [own, no]));
}

test('SYNC-20 F49 S P facts lost in the middle and at the end are declared, and all the others arrive', async () => {
  await till.until(allSent);
  till.net.faults.sending = { is: 'answer', status: 500 };
  await till.sell(6);
  const { head } = await till.status();
  await lose(head.no - 4, head.no - 3, head.no);
  till.net.faults.sending = NO_FAULT;
  till.sync.tryNow();
  await till.until(allSent);
  const there = await numbersThere(await inc());
  const lost = [head.no - 4, head.no - 3, head.no];
  for (let no = 1; no <= head.no; no += 1) expect(there.includes(no)).toBe(!lost.includes(no));
  const declared = (await office.ledger()).map((row) => factSchema.parse(JSON.parse(row.bytes)));
  expect(declared.filter(({ kind }) => kind === 'holeDeclared').map(({ body }) => body)).toEqual([
    { inc: await inc(), from: head.no - 4, to: head.no - 3, why: 'lost' },
    { inc: await inc(), from: head.no, to: head.no, why: 'lost' },
  ]);
  await till.sell(1);
  await till.until(allSent);
  expect(await numbersThere(await inc())).toContain(head.no + 1);
});

test('SYNC-20 LOCAL-25 F39 S P a server restored to before what was pruned is told so with the hashes, and goes on', async () => {
  await till.until(allSent);
  await office.backUp();
  await till.sell(5);
  await till.until(allSent);
  const { head } = await till.status();
  const contact = await readContact(till.db);
  if (contact === null) throw new Error('never heard of head office');
  await saveContact(till.db, { ...contact, safe: { inc: await inc(), no: head.no - 2 } });
  expect(await pruneJournal(till.db, time.now() + PRUNE_AFTER_MS + 60 * 60_000)).toBe(head.no - 3);
  await office.restore('declared');
  till.sync.tryNow();
  await till.until(async () => (await numbersThere(await inc())).includes(head.no));
  await till.until(allSent);
  const there = await numbersThere(await inc());
  for (const no of [head.no - 2, head.no - 1, head.no]) expect(there).toContain(no);
  expect((await till.status()).waiting).toEqual({ facts: 0, sales: 0, value: 0 });
});

test('SYNC-21 F03 S P two tellings of one chain are both sent, and nothing waits in the end', async () => {
  await till.sell(3);
  await till.until(allSent);
  const own = await inc();
  const told = await factsAfter(till.db, own, 0, 100);
  const { runs } = await readCopy(told.map((row) => `${writeJournalLine(row)}\n`).join(''));
  // The database goes back by two facts that head office holds, and tells them otherwise.
  const back = told.at(-3);
  const [branch] = await readBranches(till.db);
  if (back === undefined || branch === undefined) throw new Error('too little was sold');
  const point = { no: back.no, hash: back.hash };
  await lose(back.no + 1, back.no + 2);
  await till.db.journal.branches.put({
    ...branch,
    head: point,
    sums: back.sums,
    acknowledged: point,
    acknowledgedSums: back.sums,
    nextReceipt: back.sums.sales + 1,
    lastReceipt: back.receipt ?? null,
  });
  await till.sell(1);
  const acting = trialActing(9);
  const done = await reconcileCopies(till.db, { is: 'read', runs, isDamaged: false }, false, acting);
  expect(done).toEqual({ recovered: 2, startedAnew: true });
  await till.until(allSent);
  const there = (await office.ledger()).map((row) => row.hash);
  for (const { inc: branchInc } of await readBranches(till.db)) {
    for (const row of await factsAfter(till.db, branchInc, 0, 100)) expect(there).toContain(row.hash);
  }
});
