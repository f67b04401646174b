import 'fake-indexeddb/auto';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { PRUNE_AFTER_MS } from '../journal/prune-rule.ts';
import { makeTrialTill, trialActing, type TrialTill } from '../testing/trial-till.ts';
import { readKeptFrom } from './kept-from.ts';
import { saveContact } from './last-contact.ts';
import { pruneWhenIdle, PRUNE_EVERY_MS, type IdlePruning } from './prune-when-idle.ts';
import { recordEvent } from './record-event.ts';
import { factsAfter, moveWatermark, readBranches } from './watermark.ts';

const LATER = trialActing().moment.anchored + PRUNE_AFTER_MS + 24 * 60 * 60_000;

let till: TrialTill;
let inc: string;
let now: number;
let pruning: IdlePruning;
beforeEach(async () => {
  till = await makeTrialTill();
  inc = (await readBranches(till.db))[0]?.inc ?? '';
  now = LATER;
  pruning = pruneWhenIdle(till.db, () => now);
});
afterEach(() => till.close());

/** More than go at once, all of them at head office. */
async function work(facts: number): Promise<void> {
  for (let left = facts; left > 0; left -= 1) {
    await recordEvent(till.db, { kind: 'signedIn', body: { staff: 's-daniel' } }, trialActing());
  }
  const [branch] = await readBranches(till.db);
  if (branch !== undefined) await moveWatermark(till.db, inc, branch.head);
}

async function hear(no: number): Promise<void> {
  const safe = { inc, no };
  const [boot, revocation] = ['boot-1', { number: 0, revoked: false }];
  const versions = { rosterVersion: 1, catalogueVersion: 1 };
  const heard = { serverEpoch: 'epoch-1', serverTime: now, wall: now, mono: 0, boot, revocation, safe };
  await saveContact(till.db, { ...heard, ...versions });
  pruning.hear(safe);
  await pruning.settled();
}

async function oldest(): Promise<number | undefined> {
  return (await factsAfter(till.db, inc, 0, 1))[0]?.no;
}

test('LOCAL-26 old facts of a verified backup go while nobody works at the till, and the till says from when it keeps them', async () => {
  await work(450);
  await hear(430);
  expect(await oldest()).toBe(1);
  expect(await readKeptFrom(till.db)).toBeNull();
  pruning.setIdle(true);
  await pruning.settled();
  expect(await oldest()).toBe(430);
  expect(await till.db.journal.pruned.count()).toBe(429);
  expect(await readKeptFrom(till.db)).toBe(trialActing().moment.day);
});

test('LOCAL-26 at most once a day, and only when a newer backup was heard of', async () => {
  await work(20);
  pruning.setIdle(true);
  await hear(5);
  expect(await oldest()).toBe(5);
  await hear(9);
  expect(await oldest()).toBe(5);
  now += PRUNE_EVERY_MS;
  await hear(5);
  expect(await oldest()).toBe(5);
  await hear(9);
  expect(await oldest()).toBe(9);
});

test('LOCAL-26 nothing goes while something is on the counter, nor where no backup is verified', async () => {
  await work(20);
  pruning.setIdle(true);
  await hear(0);
  expect(await oldest()).toBe(1);
  pruning.setIdle(false);
  await hear(9);
  expect(await oldest()).toBe(1);
});
