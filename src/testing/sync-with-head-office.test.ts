import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import * as z from 'zod/mini';
import { money } from '../domain/money.ts';
import { NO_FACT_HASH } from '../protocol/fact.ts';
import { loadCatalogue } from './load-catalogue.ts';
import { readContact } from '../local-db/last-contact.ts';
import { readRoster } from '../local-db/roster.ts';
import { readBranches, factsAfter } from '../local-db/watermark.ts';
import { verifyChain } from '../journal/verify-chain.ts';
import { NO_FAULT, type Fault } from './faulty-net.ts';
import { startHeadOffice, type HeadOffice } from './head-office.ts';
import { startSyncingTill, type SyncingTill } from './syncing-till.ts';
import { PROBE_EVERY_MS } from '../sync/next-sending-step.ts';
import { REPULL_MS_MIN } from '../sync/next-pull-step.ts';
import { TRIAL_DAY, trialProduct } from './trial-shop.ts';
import { makeVirtualTime, type VirtualTime } from './virtual-time.ts';

const MORNING = Date.UTC(2025, 4, 6, 5, 10);
const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;

const outageFact = z.object({
  kind: z.enum(['outageNoticed', 'outageEnded']),
  body: z.object({ capability: z.string(), since: z.int(), until: z.optional(z.int()) }),
});

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

describe('what head office changed', () => {
  const priceOfMug = async () =>
    (await loadCatalogue(till.db)).products.find(({ id }) => id === 'mug')?.prices.at(-1)?.price;
  const dearer = (price: number) =>
    trialProduct({ id: 'mug', prices: [{ from: TRIAL_DAY, price: money(price) }] });

  test('SYNC-44 a changed price is the till’s within five seconds of a hint, also right after another', async () => {
    await till.until(async () => (await priceOfMug()) !== undefined);
    for (const price of [999, 1_111]) {
      await office.saveProducts([dearer(price)]);
      till.sync.hinted();
      await till.until(async () => (await priceOfMug()) === price, 5_000);
    }
  });

  test('SYNC-44 losing every hint costs one timer', async () => {
    await till.until(async () => (await priceOfMug()) !== undefined);
    await office.saveProducts([dearer(999)]);
    await till.until(async () => (await priceOfMug()) === 999, PROBE_EVERY_MS + REPULL_MS_MIN);
  });
});

/** What a till is answered when login pages, proxies, bad deploys and dead servers stand in the way. */
const outages: readonly (readonly [string, Fault])[] = [
  ['F14 500', { is: 'answer', status: 500 }],
  ['F14 400', { is: 'answer', status: 400 }],
  ['F14 413', { is: 'answer', status: 413 }],
  ['F14 422', { is: 'answer', status: 422 }],
  ['F16 HTML with 200', { is: 'answer', status: 200, body: '<h1>Welcome to the hotel</h1>' }],
  ['F16 a wrong content type', { is: 'answer', status: 200, type: 'text/plain', body: '{"ok":true}' }],
  ['F16 204', { is: 'answer', status: 204 }],
  ['F16 a redirect to a login page', { is: 'answer', status: 302, headers: { location: '/login' } }],
  ['F16 truncated JSON', { is: 'truncate' }],
  [
    'F16 the right words without a seal',
    { is: 'answer', status: 200, type: 'application/json', body: '{"head":{"no":99}}' },
  ],
  ['F17 a replayed old answer', { is: 'replay' }],
  ['F18 an empty 401', { is: 'answer', status: 401 }],
  ['F18 403', { is: 'answer', status: 403 }],
  ['F19 408', { is: 'answer', status: 408 }],
  ['F19 425', { is: 'answer', status: 425 }],
  ['F19 429', { is: 'answer', status: 429 }],
  ['F19 503 until tomorrow', { is: 'answer', status: 503, headers: { 'retry-after': '86400' } }],
  ['F42 no answer before the deadline', { is: 'hang' }],
  ['no network', { is: 'noNetwork' }],
];

describe('SYNC-5 P4 P6 F14 F16 F17 F18 F19 F42 S P whatever is answered, nothing leaves the journal, and it all arrives afterwards', () => {
  test.each(outages)('SYNC-5 %s', async (_name, fault) => {
    await till.until(allSent);
    till.net.faults.sending = fault;
    await till.sell(3);
    const from = time.now();
    const asked = till.net.asked.length;
    await till.until(() => time.now() > from + 10 * MINUTE_MS);
    expect(await till.status()).toMatchObject({ waiting: { sales: 3, value: 750 } });
    expect(till.sync.current().sending.is).toBe('down');
    // Ten minutes in three lanes: tried all along, and no busy loop.
    expect(till.net.asked.length - asked).toBeGreaterThan(20);
    expect(till.net.asked.length - asked).toBeLessThan(150);

    till.net.faults.sending = NO_FAULT;
    await till.until(allSent, 6 * MINUTE_MS);
    await till.until(() => till.sync.current().sending.is === 'up');
    await till.until(allSent);
    await expectLedgerToEqualJournal();
  });

  test('SYNC-5 SYNC-9 F14 a week of 500 on everything, with sales every day', async () => {
    for (const capability of ['signIn', 'sending', 'catalogue'] as const) {
      till.net.faults[capability] = { is: 'answer', status: 500 };
    }
    for (let day = 1; day <= 7; day += 1) {
      await till.sell(2);
      const from = time.now();
      await till.until(() => time.now() > from + HOUR_MS, 2 * HOUR_MS);
      // The rest of the day the tablet sleeps.
      time.leap(23 * HOUR_MS);
      expect(await till.status()).toMatchObject({ waiting: { sales: 2 * day } });
    }
    Object.assign(till.net.faults, { signIn: NO_FAULT, sending: NO_FAULT, catalogue: NO_FAULT });
    await till.until(allSent, 2 * MINUTE_MS);
    await expectLedgerToEqualJournal();
  });
});

describe('P4 exactly once', () => {
  test('SYNC-6 F15 a reply that is lost costs a repeat and changes nothing', async () => {
    await till.until(allSent);
    const before = (await office.ledger()).length;
    till.net.faults.sending = { is: 'loseReply' };
    await till.sell(5);
    await till.until(async () => (await office.ledger()).length >= before + 5);
    expect((await till.status()).waiting.sales).toBe(5);
    till.net.faults.sending = NO_FAULT;
    await till.until(allSent);
    await expectLedgerToEqualJournal();
  });

  test('SYNC-7 F19 a proxy that takes only small bodies gets them one by one', async () => {
    till.net.faults.sending = { is: 'tooLarge', bytesMax: 1_800 };
    await till.sell(40);
    await till.until(allSent);
    await expectLedgerToEqualJournal();
  });

  test('SYNC-8 after an outage one fact goes ahead, then ever more', async () => {
    await till.until(allSent);
    till.net.faults.sending = { is: 'answer', status: 500 };
    await till.until(() => till.sync.current().sending.is === 'down');
    await till.sell(90);
    const before = till.net.asked.length;
    till.net.faults.sending = NO_FAULT;
    await till.until(allSent);
    // 90 sales and two noted outages of the links at most: 1 + 8 + 64 + the rest.
    const pushes = till.net.asked.slice(before).filter((asked) => asked.endsWith('/push'));
    expect(pushes).toHaveLength(4);
    await expectLedgerToEqualJournal();
  });
});

describe('SYNC-10 P5 F43 no lane holds up another', () => {
  test('SYNC-10 P5 F43 while login and catalogue hang, sales are sent as if nothing were', async () => {
    await till.until(allSent);
    till.net.faults.signIn = { is: 'hang' };
    till.net.faults.catalogue = { is: 'hang' };
    await till.until(() => till.sync.current().signIn.is === 'down');
    const from = time.now();
    for (let sale = 0; sale < 10; sale += 1) {
      await till.sell(1);
      await till.until(allSent);
    }
    expect(time.now() - from).toBeLessThan(1_000);
    expect(till.sync.current().sending.is).toBe('up');
  });

  test('SYNC-22 P9 what still says that sign-in is down is asked for again as soon as sending is back', async () => {
    const is = (capability: 'signIn' | 'sending', state: 'up' | 'down') => () =>
      till.sync.current()[capability].is === state;
    await till.until(is('signIn', 'up'));
    till.net.cut();
    await till.until(is('signIn', 'down'));
    await till.until(is('sending', 'down'));
    till.net.mend();
    await till.until(is('sending', 'up'));
    await till.until(is('signIn', 'up'), 1_000);
  });

  test('SYNC-14 P9 the founding morning: sign-in is down for a while, and the journal says when', async () => {
    await till.until(() => till.sync.current().signIn.is === 'up');
    till.net.faults.signIn = { is: 'answer', status: 500 };
    await till.until(() => till.sync.current().signIn.is === 'down');
    const from = time.now();
    await till.until(() => time.now() > from + 5 * MINUTE_MS);
    till.net.faults.signIn = NO_FAULT;
    await till.until(() => till.sync.current().signIn.is === 'up');
    await till.until(allSent);
    const told = (await office.ledger()).flatMap(({ bytes }) => {
      const told = outageFact.safeParse(JSON.parse(bytes));
      return told.success ? [told.data] : [];
    });
    expect(told).toMatchObject([
      { kind: 'outageNoticed', body: { capability: 'signIn' } },
      { kind: 'outageEnded', body: { capability: 'signIn', since: told[0]?.body.since } },
    ]);
    const { since = 0, until = 0 } = told[1]?.body ?? {};
    expect(until - since).toBeGreaterThan(5 * MINUTE_MS);
  });
});

describe('SYNC-12 SYNC-13 P12 servers and disks that forgot', () => {
  test.each(['declared', 'unsaid'] as const)(
    'SYNC-12 P12 F39 F40 a restore that is %s is healed by the till',
    async (how) => {
      await till.sell(3);
      await till.until(allSent);
      await office.backUp();
      const backedUp = (await office.ledger()).length;
      await till.sell(4);
      await office.saveProducts([trialProduct({ id: 'pen' })]);
      await till.until(async () => (await allSent()) && (await loadCatalogue(till.db)).products.length === 3);

      await office.restore(how);
      expect(await office.ledger()).toHaveLength(backedUp);
      await till.until(async () => (await office.ledger()).length >= backedUp + 4 && (await allSent()));
      await expectLedgerToEqualJournal();
      if (how === 'unsaid') return;
      await till.until(async () => (await loadCatalogue(till.db)).products.length === 2);
      const isFresh = async (): Promise<boolean> =>
        (await readRoster(till.db))?.roster.epoch === (await readContact(till.db))?.serverEpoch;
      await till.until(isFresh);
    },
  );

  test('SYNC-5 F30 S P thirty days offline, with sales every day: everything is accepted', async () => {
    await till.until(allSent);
    for (const capability of ['signIn', 'sending', 'catalogue'] as const)
      till.net.faults[capability] = { is: 'noNetwork' };
    for (let day = 1; day <= 30; day += 1) {
      await till.sell(2);
      const from = time.now();
      await till.until(() => time.now() > from + 2 * MINUTE_MS);
      time.leap(24 * 60 * MINUTE_MS - 2 * MINUTE_MS);
    }
    expect(await till.status()).toMatchObject({ waiting: { sales: 60 } });
    for (const capability of ['signIn', 'sending', 'catalogue'] as const)
      till.net.faults[capability] = NO_FAULT;
    await till.until(allSent, 10 * MINUTE_MS);
    await expectLedgerToEqualJournal();
  });

  test('SYNC-18 F34 S P a server rolled back to the version before: till and server go on, and speak the newer one when it is back', async () => {
    await till.sell(1);
    await till.until(allSent);
    office.deploy('older');
    await till.sell(2);
    await till.until(allSent);
    const asked = till.net.asked.length;
    await till.sell(1);
    await till.until(allSent);
    // What the server speaks is known by now: one push, not two.
    expect(till.net.asked.slice(asked).filter((one) => one.includes('push'))).toHaveLength(1);
    office.deploy('newest');
    await till.sell(1);
    await till.until(allSent);
    await expectLedgerToEqualJournal();
  });

  test('SYNC-12 IDEN-40 P12 F39 a till enrolled after the backup presents its certificate, and nothing is lost', async () => {
    const fresh = await startHeadOffice(time.now);
    try {
      await fresh.backUp();
      const late = await startSyncingTill(fresh, time);
      await late.sell(3);
      await late.until(async () => (await late.waiting()) === 0);
      const before = await fresh.ledger();
      await fresh.restore('declared');
      expect(await fresh.ledger()).toEqual([]);
      await late.sell(1);
      await late.until(
        async () => (await fresh.ledger()).length > before.length && (await late.waiting()) === 0,
      );
      expect((await fresh.ledger()).slice(0, before.length)).toEqual(before);
      await late.stop();
    } finally {
      await fresh.stop();
    }
  });

  test('SYNC-13 F03 P4 a tablet whose disk lost its last facts goes on in a new incarnation, and both tellings arrive', async () => {
    await till.sell(3);
    await till.until(allSent);
    const before = await office.ledger();
    await loseLastFacts(2);
    await till.sell(2);
    await till.until(async () => (await readBranches(till.db)).length === 2 && (await allSent()));
    await till.sell(1);
    await till.until(allSent);

    const ledger = await office.ledger();
    const own = await Promise.all(
      (await readBranches(till.db)).map(({ inc }) => factsAfter(till.db, inc, 0, 1_000)),
    );
    for (const { hash } of [...own.flat(), ...before]) expect(ledger.map((row) => row.hash)).toContain(hash);
    expect(ledger.filter((row) => row.marks.includes('fork')).length).toBeGreaterThan(0);
    expect((await till.status()).lastReceipt).toMatch(/^A1b-/);
  });
});

test('SYNC-16 a round that breaks is followed by another', async () => {
  await till.until(allSent);
  await till.sell(1);
  till.db.journal.facts.hook('reading', fail);
  const from = time.now();
  await till.until(() => time.now() > from + 5 * MINUTE_MS);
  expect(till.sync.current().brokenBy).toContain('a bug in the middle of a round');
  till.db.journal.facts.hook('reading').unsubscribe(fail);
  await till.sell(1);
  await till.until(allSent);
  expect(till.sync.current().brokenBy).toBeNull();
  await expectLedgerToEqualJournal();
});

test('SYNC-15 P8 a changed price and a product that is gone reach the till', async () => {
  await till.until(async () => (await loadCatalogue(till.db)).products.length === 2);
  await office.saveProducts([trialProduct({ id: 'mug', name: 'Mug, chipped' })], ['card']);
  await till.until(
    async () => (await loadCatalogue(till.db)).products[0]?.name === 'Mug, chipped',
    MINUTE_MS,
  );
  expect((await loadCatalogue(till.db)).products.map(({ id }) => id)).toEqual(['mug']);
});

function fail(): never {
  throw new TypeError('a bug in the middle of a round');
}

/** The disk said they were written, and lied. */
async function loseLastFacts(count: number): Promise<void> {
  const { journal } = till.db;
  const { inc, head } = await till.status();
  const kept = await factsAfter(till.db, inc, head.no - count - 1, 1);
  const [last] = kept;
  if (last === undefined) throw new Error('nothing would be left');
  const point = { no: last.no, hash: last.hash };
  await journal.facts.where('[inc+no]').above([inc, last.no]).delete();
  await journal.branches.update(inc, {
    head: point,
    sums: last.sums,
    acknowledged: point,
    acknowledgedSums: last.sums,
    nextReceipt: last.sums.sales + 1,
  });
}
