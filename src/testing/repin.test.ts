import 'fake-indexeddb/auto';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { rootTruster } from '../app/trust-anew.ts';
import { tillEnroller } from '../app/enrol-till.ts';
import { readEnrolment } from '../local-db/read-enrolment.ts';
import { readRoster } from '../local-db/roster.ts';
import { verifyRoster } from '../journal/roster-signature.ts';
import { STRANGER_MS } from '../sync/stranger-watch.ts';
import { repinTill, type RepinOutcome } from '../sync/repin-till.ts';
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
const repin = (code: string): Promise<RepinOutcome> =>
  repinTill({ db: till.db, net: till.net, act: () => trialActing(30, 'till') }, code);

test('SYNC-23 IDEN-43 P4 F50 S P a till whose head office lost its keys sells on, says after a while that a person is needed, and goes on with a code', async () => {
  await till.sell(2);
  await till.until(allSent);
  const before = await readEnrolment(till.db);
  await office.loseKeys();
  await till.sell(3);
  expect(till.sync.current().isStrange).toBe(false);
  const began = time.now();
  await till.until(() => till.sync.current().isStrange);
  expect(time.now() - began).toBeGreaterThanOrEqual(STRANGER_MS);
  await till.sell(1);
  expect((await till.status()).waiting.sales).toBe(4);

  expect(await repin('00000000')).toEqual({ is: 'codeRefused' });
  expect(await repin(await office.newCode())).toEqual({ is: 'repinned' });
  till.sync.tryNow();
  await till.until(allSent);
  expect(till.sync.current().isStrange).toBe(false);
  const after = await readEnrolment(till.db);
  expect(after?.root).not.toBe(before?.root);
  expect(after?.certificate.certificate.key).toBe(before?.certificate.certificate.key);
  const roster = await readRoster(till.db);
  expect(roster !== null && (await verifyRoster(roster, after?.root ?? ''))).toBe(true);
  const ledger = await office.ledger();
  expect(ledger.map(({ no }) => no)).toEqual(ledger.map((_, index) => index + 1));
});

test('SYNC-23 IDEN-43 P4 P6 P12 F39 F50 S P a head office without its keys, restored to before this till’s key: one more code gives it a new key, and all it holds arrives', async () => {
  const parts = {
    db: till.db,
    net: till.net,
    clock: { hear: () => undefined },
    act: () => trialActing(30, 'till'),
  };
  await till.sell(2);
  await till.until(allSent);
  await office.backUp();
  const { till: lostTill } = (await readEnrolment(till.db)) ?? { till: null };
  expect(await tillEnroller({ ...parts, lostTill, keepsJournal: true })(await office.newCode())).toEqual({
    is: 'enrolled',
  });
  await till.sell(2);
  await office.restore('declared');
  await office.loseKeys();
  await till.sell(1);
  const before = await till.db.journal.facts.toArray();
  let restarts = 0;
  const trust = rootTruster(parts, () => (restarts += 1));
  expect(await trust(await office.newCode())).toEqual({ is: 'otherKey' });
  expect(await trust('00000000')).toEqual({ is: 'codeRefused' });
  expect(restarts).toBe(0);
  expect(await trust(await office.newCode())).toEqual({ is: 'repinned' });
  expect(restarts).toBe(1);
  till.sync.tryNow();
  await till.until(allSent);
  const held = new Set((await office.ledger()).map(({ hash }) => hash));
  expect(before.filter(({ hash }) => !held.has(hash))).toEqual([]);
});

test('SYNC-23 F16 F50 an answer that is lost, cut or nobody’s changes nothing, and the same code serves again', async () => {
  await office.loseKeys();
  const before = await readEnrolment(till.db);
  const code = await office.newCode();
  for (const fault of [{ is: 'loseReply' }, { is: 'truncate' }, { is: 'answer', status: 403 }] as const) {
    till.net.faults.sending = fault;
    expect(await repin(code)).toEqual({ is: 'unreachable' });
  }
  expect(await readEnrolment(till.db)).toEqual(before);
  till.net.mend();
  expect(await repin(code)).toEqual({ is: 'repinned' });
});
