import 'fake-indexeddb/auto';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { signOutTill, type SignOutParts } from '../app/sign-out-till.ts';
import { factsAfter, readBranches } from '../local-db/watermark.ts';
import { startHeadOffice, type HeadOffice } from './head-office.ts';
import { makeMemoryCopy, type MemoryCopy } from './memory-copy.ts';
import { startSyncingTill, type SyncingTill } from './syncing-till.ts';
import { makeVirtualTime } from './virtual-time.ts';

const MORNING = Date.UTC(2025, 4, 6, 5, 10);

let office: HeadOffice;
let till: SyncingTill;
let copy: MemoryCopy;
let anew: number;
beforeEach(async () => {
  const time = makeVirtualTime(MORNING);
  office = await startHeadOffice(time.now);
  till = await startSyncingTill(office, time);
  copy = makeMemoryCopy();
  anew = 0;
});
afterEach(async () => {
  await till.stop();
  await office.stop();
});

function parts(isUnread = false): SignOutParts {
  return {
    db: till.db,
    sync: till.sync,
    copies: { isUnread: () => isUnread, erase: copy.erase },
    startAnew: () => (anew += 1),
  };
}

async function journal(): Promise<string[]> {
  const facts = await Promise.all(
    (await readBranches(till.db)).map(({ inc }) => factsAfter(till.db, inc, 0, 10_000)),
  );
  return facts.flat().map(({ bytes }) => bytes);
}

/** Everything is sent, and lies in the second copy too. */
async function sellAndSend(): Promise<string[]> {
  await till.sell(2);
  await till.until(async () => (await till.waiting()) === 0);
  const facts = await journal();
  copy.write(facts.join('\n'));
  return facts;
}

async function kept(): Promise<string[]> {
  return (await indexedDB.databases()).flatMap(({ name = '' }) =>
    name === till.db.journal.name ? [name] : [],
  );
}

test('SCREEN-29 F29 F39 a till is signed out by what head office holds now, not by what it said: what a restore lost arrives first', async () => {
  await office.backUp();
  const facts = await sellAndSend();
  await office.restore('unsaid');
  let outcome: 'signedOut' | 'stillWaiting' | null = null;
  const signing = signOutTill(parts()).then((done) => {
    outcome = done;
  });
  await till.until(() => outcome !== null);
  await signing;
  expect(outcome).toBe('signedOut');
  expect((await office.ledger()).map(({ bytes }) => bytes)).toEqual(expect.arrayContaining(facts));
  expect(await kept()).toEqual([]);
  expect(copy.text()).toBe('');
  expect(await copy.read()).toEqual({ is: 'absent' });
  expect(anew).toBe(1);
});

test('SCREEN-29 F29 with nothing waiting but head office out of reach, a till stays as it is', async () => {
  const facts = await sellAndSend();
  till.net.cut();
  expect(await signOutTill({ ...parts(), arrivalMs: 50 })).toBe('stillWaiting');
  expect(await journal()).toEqual(facts);
  expect(copy.text()).toBe(facts.join('\n'));
  expect(anew).toBe(0);
});

test('SCREEN-29 F29 a second copy that could not be read keeps the till: it may hold what nothing else does', async () => {
  const facts = await sellAndSend();
  expect(await signOutTill(parts(true))).toBe('stillWaiting');
  expect(await journal()).toEqual(facts);
  expect(copy.text()).toBe(facts.join('\n'));
  expect(anew).toBe(0);
});
