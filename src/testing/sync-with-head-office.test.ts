import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { NO_FACT_HASH } from '../protocol/fact.ts';
import { loadCatalogue } from '../local-db/catalogue.ts';
import { readBranches, factsAfter } from '../local-db/watermark.ts';
import { verifyChain } from '../journal/verify-chain.ts';
import { NO_FAULT, type Fault } from './faulty-net.ts';
import { startHeadOffice, type HeadOffice } from './head-office.ts';
import { startSyncingTill, type SyncingTill } from './syncing-till.ts';
import { trialProduct } from './trial-shop.ts';
import { makeVirtualTime, type VirtualTime } from './virtual-time.ts';

const MORNING = Date.UTC(2025, 4, 6, 5, 10);
const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;

let time: VirtualTime;
let office: HeadOffice;
let till: SyncingTill;
beforeEach(async () => {
  time = makeVirtualTime(MORNING);
  office = await startHeadOffice(time.now);
  till = await startSyncingTill(office, time);
});
afterEach(async () => {
  await till.stop();
  await office.stop();
});

const allSent = async () => (await till.waiting()) === 0;

/** P4: the ledger holds every fact of every branch once, byte for byte, and the chains are whole. */
async function expectLedgerToEqualJournal(): Promise<void> {
  const ledger = await office.ledger();
  let facts = 0;
  for (const { inc } of await readBranches(till.db)) {
    const own = await factsAfter(till.db, inc, 0, 10_000);
    const there = ledger.filter((row) => row.inc === inc).map(({ no, hash, bytes }) => ({ no, hash, bytes }));
    expect(there.sort((a, b) => a.no - b.no)).toEqual(
      own.map(({ no, hash, bytes }) => ({ no, hash, bytes })),
    );
    expect(await verifyChain(own, inc, { no: 0, hash: NO_FACT_HASH })).toMatchObject({ is: 'intact' });
    facts += own.length;
  }
  expect(ledger).toHaveLength(facts);
}

describe('P4 the good day', () => {
  test('SYNC-4 SYNC-11 SYNC-15 P4 what is sold arrives once; roster, catalogue and links follow', async () => {
    await till.sell(3);
    await till.until(allSent);
    await expectLedgerToEqualJournal();
    expect(till.net.asked.filter((asked) => asked.endsWith('/push')).length).toBeGreaterThan(1);
    await till.until(async () => (await loadCatalogue(till.db)).products.length === 2);
    await till.until(() => till.sync.current().signIn.is === 'up');
    expect(till.sync.current()).toMatchObject({ sending: { is: 'up' }, catalogue: { is: 'up' } });
  });
});
