import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { writeJournalLine } from '../journal/journal-line.ts';
import { verifyJournalExport } from '../journal/verify-journal-export.ts';
import { factsAfter, readBranches } from '../local-db/watermark.ts';
import { readTablet, type Tablet } from '../rescue/read-tablet.ts';
import { openRaw } from '../rescue/open-raw.ts';
import { saveCopy, send, sumOf } from '../rescue/rescue-acts.ts';
import { survey } from '../rescue/survey.ts';
import type { Net } from '../sync/ports.ts';
import { startHeadOffice, type HeadOffice } from './head-office.ts';
import { startSyncingTill, type SyncingTill } from './syncing-till.ts';
import { makeVirtualTime, type VirtualTime } from './virtual-time.ts';

const SERVER_DOWN: Net = { send: () => Promise.resolve({ is: 'failed', why: 'network' }) };

let time: VirtualTime;
let office: HeadOffice;
let till: SyncingTill;
let opened: IDBDatabase[];
beforeEach(async () => {
  opened = [];
  time = makeVirtualTime(Date.UTC(2025, 4, 6, 5, 10));
  office = await startHeadOffice(time.now);
  till = await startSyncingTill(office, time, 'cut');
});
afterEach(async () => {
  opened.forEach((db) => db.close());
  await till.stop();
  await office.stop();
});

function rescued(secondCopy = ''): Promise<Tablet> {
  return readTablet({
    openDatabase: async () => {
      const db = await openRaw(till.db.journal.name);
      if (db !== null) opened.push(db);
      return db;
    },
    secondCopy: () => Promise.resolve(secondCopy),
  });
}

async function allRows() {
  const branches = await readBranches(till.db);
  return (await Promise.all(branches.map(({ inc }) => factsAfter(till.db, inc, 0, 10_000)))).flat();
}

async function everything(): Promise<string> {
  const tables = till.db.journal.tables.map(async (table) => [table.name, await table.toArray()]);
  return JSON.stringify(await Promise.all(tables));
}

/** P4: each sale is there once, byte for byte, and nothing else is there that is not on the tablet. */
async function expectSalesOnce(count: number): Promise<void> {
  const own = await allRows();
  const there = (await office.ledger()).map(({ bytes }) => bytes);
  expect(new Set(there).size).toBe(there.length);
  expect(own.map(({ bytes }) => bytes)).toEqual(expect.arrayContaining(there));
  const sales = own.filter(({ kind }) => kind === 'saleCompleted').map(({ bytes }) => bytes);
  expect(sales).toHaveLength(count);
  expect(there).toEqual(expect.arrayContaining(sales));
}

async function sendAll(tablet: Tablet, net: Net = till.net) {
  if (tablet.enrolment === null) throw new Error('no key');
  return send(tablet.enrolment, {
    tablet,
    survey: await survey(tablet, () => undefined),
    onProgress: () => undefined,
    net,
  });
}

async function* textOf(blob: Blob): AsyncGenerator<string> {
  yield await blob.text();
}

describe('RESCUE-1 P6 F33 what a till holds is read without the app', () => {
  test('RESCUE-1 what waits is counted, every fact is checked, and the database stays as it is', async () => {
    await till.sell(3);
    const before = await everything();
    const found = await survey(await rescued(), () => undefined);
    expect(found).toMatchObject({ facts: 5, waitingFacts: 5, fault: null });
    expect(found.waiting).toHaveLength(3);
    expect(sumOf(found.waiting)).toBe((await till.status()).waiting.value);
    expect(await everything()).toBe(before);
  });

  test('RESCUE-1 a tablet without a journal is left without one', async () => {
    expect(await openRaw('nothing-here')).toBeNull();
    expect((await indexedDB.databases()).map(({ name }) => name)).not.toContain('nothing-here');
  });

  test('RESCUE-1 F47 a fact that was altered on the tablet is named, and exported all the same', async () => {
    await till.sell(3);
    const [, , third] = await allRows();
    if (third === undefined) throw new Error('no third fact');
    await till.db.journal.facts.put({ ...third, bytes: third.bytes.replace('"schema":1', '"schema":2') });
    const tablet = await rescued();
    const found = await survey(tablet, () => undefined);
    expect(found.fault).toEqual({ is: 'altered', series: 'A1', no: 3 });
    const { blob, facts } = await saveCopy(tablet, found, time.now());
    expect(facts).toBe(5);
    expect(await verifyJournalExport(textOf(blob), { root: null })).toMatchObject({ fault: { no: 3 } });
  });

  test('RESCUE-2 F06 with every database gone, the second copy is found and saved', async () => {
    await till.sell(2);
    const lines = (await allRows()).map((row) => writeJournalLine(row)).join('\n');
    const tablet = await readTablet({
      openDatabase: () => openRaw('gone'),
      secondCopy: () => Promise.resolve(lines),
    });
    const found = await survey(tablet, () => undefined);
    expect(found).toMatchObject({ facts: 4, fault: null });
    expect(tablet.enrolment).toBeNull();
    expect(await (await saveCopy(tablet, found, 0)).blob.text()).toBe(`${lines}\n`);
  });

  test('RESCUE-2 F03 what the database lost is taken from the second copy; where they differ both are kept', async () => {
    await till.sell(3);
    const lines = (await allRows()).map((row) => writeJournalLine(row)).join('\n');
    const [branch] = await readBranches(till.db);
    await till.db.journal.facts
      .where('no')
      .above(4)
      .delete()
      .catch(() => undefined);
    await till.db.journal.facts.delete([branch?.inc ?? '', 5]);
    const found = await survey(await rescued(lines), () => undefined);
    expect(found).toMatchObject({ facts: 5, fault: null });
    expect(found.source.runs).toHaveLength(1);
    const [, , , fourth] = await allRows();
    if (fourth === undefined) throw new Error('no fourth fact');
    const other = { ...fourth, bytes: fourth.bytes.replace('"mono":', '"mono":1'), hash: 'a'.repeat(64) };
    await till.db.journal.facts.put(other);
    const both = await survey(await rescued(lines), () => undefined);
    expect(both.source.runs.map(({ from, head }) => [from, head.no])).toEqual([
      [1, 4],
      [4, 5],
    ]);
  });
});

describe('RESCUE-3 P4 F33 P rescue sends with the till’s key', () => {
  test('RESCUE-3 P4 F33 P what waits arrives exactly once, and the app that starts again finds it there', async () => {
    await till.sell(3);
    till.net.mend();
    expect(await sendAll(await rescued())).toEqual({ is: 'arrived' });
    await expectSalesOnce(3);
    expect(await sendAll(await rescued())).toEqual({ is: 'arrived' });
    await till.sell(1);
    await till.until(async () => (await till.waiting()) === 0);
    await expectSalesOnce(4);
  });

  test('RESCUE-3 P5 F33 F43 P it arrives also while nobody can sign in to the office', async () => {
    await till.sell(2);
    till.net.mend();
    const net: Net = {
      send: (request) =>
        request.target.includes('/people/') ? SERVER_DOWN.send(request) : till.net.send(request),
    };
    expect(await sendAll(await rescued(), net)).toEqual({ is: 'arrived' });
    await expectSalesOnce(2);
  });

  test('RESCUE-3 without a server nothing is lost and nothing is claimed', async () => {
    await till.sell(2);
    const before = await everything();
    expect(await sendAll(await rescued(), SERVER_DOWN)).toEqual({ is: 'unreachable' });
    expect(await office.ledger()).toEqual([]);
    expect(await everything()).toBe(before);
  });

  test('RESCUE-3 P12 F39 a server restored to before gets what it lost', async () => {
    await office.backUp();
    till.net.mend();
    await till.sell(3);
    await till.until(async () => (await till.waiting()) === 0);
    await office.restore('declared');
    expect(await sendAll(await rescued())).toEqual({ is: 'arrived' });
    await expectSalesOnce(3);
  });
});
