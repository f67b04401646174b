/** The simulated ledger places what is offered by the rules of the real one, of which altered-repeat.contract.test.ts shows the same. */
import { expect, test } from 'vitest';
import { PUSH_FACTS_MAX } from '../protocol/limits.ts';
import { readOffered } from '../server/ledger/offered-batch.ts';
import { reportOf, startJournal, type TillJournal } from '../testing/till-journal.ts';
import { chainKey, emptyOffice, type OfficeTables } from './ledger-tables.ts';
import { append, declareHole, type Found } from './office-ledger.ts';

async function sevenFacts(): Promise<TillJournal> {
  const journal = await startJournal({ business: 'b', shop: 's', till: 't' }, 'inc-1');
  for (let no = 1; no <= 7; no += 1)
    await journal.add({ kind: 'signedIn', body: { staff: `s-${String(no)}` } });
  return journal;
}

async function offer(
  tables: OfficeTables,
  journal: TillJournal,
  [from, to]: readonly [number, number],
  bend: (line: string) => string = (line) => line,
): Promise<Found> {
  const { header, lines } = await journal.push(from, to);
  const batch = readOffered(header, lines.map(bend));
  return append(tables, { batch, signatureOk: true, tillKey: 'key' });
}

function held(tables: OfficeTables): number[] {
  return (tables.facts.get(chainKey('t', 'inc-1')) ?? []).map(({ no }) => no);
}

test('LEDG-25 S F24 after an altered fact the true one is no repeat, and nothing after it comes twice', async () => {
  const tables = emptyOffice();
  const journal = await sevenFacts();
  await offer(tables, journal, [1, 7], (line) => line.replace('"s-3"', '"s-9"'));
  expect(await offer(tables, journal, [1, 3])).toMatchObject({ appended: 1, forkedAt: 3 });
  expect(await offer(tables, journal, [4, 7])).toMatchObject({ appended: 0 });
  expect(held(tables)).toEqual([1, 2, 3, 4, 5, 6, 7, 3]);
});

test('LEDG-22 LEDG-25 S F49 what had been declared missing comes after all, and nothing after it comes twice', async () => {
  const tables = emptyOffice();
  const journal = await sevenFacts();
  await offer(tables, journal, [1, 2]);
  const after = journal.facts[3]?.hash ?? '';
  const wanted = { protocol: 2, till: 't', inc: 'inc-1', from: 3, to: 4, after, why: 'lost' } as const;
  declareHole(tables, { ...wanted, report: reportOf(7) }, 'key');
  await offer(tables, journal, [5, 7]);
  expect(await offer(tables, journal, [1, 4])).toMatchObject({ appended: 2 });
  expect(await offer(tables, journal, [5, 6])).toMatchObject({ appended: 0 });
  expect(held(tables)).toEqual([1, 2, 5, 6, 7, 3, 4]);
});

test('LEDG-9 LEDG-25 P4 S F20 one unreadable fact among ten thousand: all are stored, it is named each time, and the link after it is on record', async () => {
  const tables = emptyOffice();
  const journal = await startJournal({ business: 'b', shop: 's', till: 't' }, 'inc-1');
  for (let no = 1; no <= 10_000; no += 1) await journal.add({ kind: 'signedIn', body: { staff: 's-1' } });
  const broken = journal.facts[4_321]?.bytes;
  const named: number[] = [];
  for (let from = 1; from <= 10_000; from += PUSH_FACTS_MAX) {
    const found = await offer(tables, journal, [from, from + PUSH_FACTS_MAX - 1], (line) =>
      line === broken ? '{"v":1' : line,
    );
    expect(found).toMatchObject({ appended: PUSH_FACTS_MAX, expected: null, forkedAt: null });
    named.push(...found.quarantined);
  }
  expect(named).toEqual([4_322]);
  const rows = tables.facts.get(chainKey('t', 'inc-1')) ?? [];
  expect(rows.map(({ no }) => no)).toEqual(journal.facts.map((_, index) => index + 1));
  expect(rows.filter(({ marks }) => marks.length > 0).map(({ no }) => no)).toEqual([4_323]);
});
