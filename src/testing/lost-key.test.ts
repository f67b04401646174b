import 'fake-indexeddb/auto';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { tillEnroller } from '../app/enrol-till.ts';
import { ONLY } from '../local-db/journal-db.ts';
import { proveOwnKey } from '../local-db/prove-own-key.ts';
import { readEnrolment } from '../local-db/read-enrolment.ts';
import { readShift } from '../local-db/read-shift.ts';
import { readBranches } from '../local-db/watermark.ts';
import { startHeadOffice, type HeadOffice } from './head-office.ts';
import { startSyncingTill, type SyncingTill } from './syncing-till.ts';
import { TRIAL_DAY } from './trial-shop.ts';
import { trialActing } from './trial-till.ts';
import { makeVirtualTime, type VirtualTime } from './virtual-time.ts';

let time: VirtualTime;
let office: HeadOffice;
let till: SyncingTill;
beforeEach(async () => {
  time = makeVirtualTime(Date.UTC(2025, 4, 6, 5, 10));
  office = await startHeadOffice(time.now);
  till = await startSyncingTill(office, time, 'cut');
});
afterEach(async () => {
  await till.stop();
  await office.stop();
});

/** The record is there, and what should be keys in it is none any more: as a browser that lost its key store gives it out. */
async function loseKey(): Promise<void> {
  const { enrolments } = till.db.journal;
  const lost = {};
  await enrolments.toCollection().modify((row: object) => {
    Reflect.set(row, 'value', withKeys(row, lost));
  });
}

function withKeys(row: object, key: object): object {
  const value: unknown = Reflect.get(row, 'value');
  if (typeof value !== 'object') throw new Error('the till is enrolled');
  return { ...value, key: { publicKey: key, privateKey: key }, pepper: key };
}

async function renew(): Promise<unknown> {
  const lostTill = (await readEnrolment(till.db))?.till ?? null;
  const clock = { hear: () => undefined };
  const parts = { db: till.db, net: till.net, clock, act: () => trialActing(40, 'till'), lostTill };
  return tillEnroller({ ...parts, keepsJournal: true })(await office.newCode());
}

test('LOCAL-30 a key that can be used is no trouble, and no more is a tablet without one', async () => {
  expect(await proveOwnKey(till.db)).toBe(true);
  await till.db.journal.enrolments.delete(ONLY);
  expect(await proveOwnKey(till.db)).toBe(true);
});

test('LOCAL-30 IDEN-41 P4 P6 a till whose key cannot be used keeps its journal and its shift, and sends all under a new key as recovered', async () => {
  await till.sell(3);
  await till.until(() => till.sync.current().sending.is === 'down');
  const before = await till.status();
  await loseKey();
  expect(await proveOwnKey(till.db)).toBe(false);
  till.net.mend();
  expect(await renew()).toEqual({ is: 'enrolled' });
  expect(await proveOwnKey(till.db)).toBe(true);
  expect((await till.status()).waiting.sales).toBe(3);
  expect((await readShift(till.db))?.day).toBe(TRIAL_DAY);
  await till.sell(2);
  till.sync.tryNow();
  await till.until(async () => (await till.waiting()) === 0);
  const [old, current] = await readBranches(till.db);
  expect(old).toMatchObject({ inc: before.inc, is: 'finished', head: before.head });
  expect(current?.series).not.toBe(old?.series);
  const there = await office.ledger();
  const ofOld = there.filter(({ inc }) => inc === before.inc);
  expect(ofOld.map(({ no }) => no).at(-1)).toBe(before.head.no);
  const sales = ofOld.filter(({ bytes }) => bytes.includes('"kind":"saleCompleted"'));
  expect(sales.map(({ marks }) => marks)).toEqual(sales.map(() => ['recovered']));
  expect(sales).toHaveLength(3);
  expect(there.filter(({ marks }) => marks.length === 0).map(({ inc }) => inc)).toContain(current?.inc);
});
