import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { verifyJournalExport } from '../journal/verify-journal-export.ts';
import { readJournalLine } from '../journal/journal-line.ts';
import { paidByCard, soldBasket } from '../testing/trial-basket.ts';
import { TRIAL_DAY, TRIAL_POLICY } from '../testing/trial-shop.ts';
import { makeTrialTill, trialActing, type TrialTill } from '../testing/trial-till.ts';
import { exportJournal } from './export-journal.ts';
import { openShift } from './open-shift.ts';
import { recordSale } from './record-sale.ts';
import { startIncarnation } from './start-incarnation.ts';
import { factsAfter, readBranches } from './watermark.ts';

let till: TrialTill;
beforeEach(async () => {
  till = await makeTrialTill();
  await openShift(
    till.db,
    { shift: 'shift-1', day: TRIAL_DAY, drawer: 'd', float: TRIAL_POLICY.float },
    trialActing(),
  );
  await recordSale(till.db, paidByCard(soldBasket('sale-1', 2)), trialActing(1));
});
afterEach(() => till.close());

async function exported() {
  const file = await exportJournal(till.db, trialActing(9));
  if (file === null) throw new Error('no file');
  return { ...file, lines: (await file.blob.text()).split('\n') };
}

async function* textOf(blob: Blob): AsyncGenerator<string> {
  yield await blob.text();
}

async function allBytes(): Promise<string[]> {
  const branches = await readBranches(till.db);
  const rows = await Promise.all(branches.map(({ inc }) => factsAfter(till.db, inc, 0, 1_000)));
  return rows.flat().map((row) => row.bytes);
}

const factsIn = (lines: readonly string[]) => lines.flatMap((line) => readJournalLine(line)?.bytes ?? []);

describe('EXPORT-7 P6 a till gives its whole journal away as a file', () => {
  test('EXPORT-7 P6 every fact byte for byte, of every incarnation, proved by the till’s key and certificate', async () => {
    const [first] = await readBranches(till.db);
    await startIncarnation(till.db, first?.inc ?? '', trialActing(2));
    const { blob, lines, facts } = await exported();
    const verdict = await verifyJournalExport(textOf(blob), { root: till.enrolment.root });
    expect(verdict).toMatchObject({ is: 'intact', facts, header: { till: 'till-1', tillName: 'Front' } });
    expect(verdict.is === 'intact' && verdict.header.branches.map(({ series }) => series)).toEqual([
      'A1',
      'A1b',
    ]);
    expect(factsIn(lines)).toEqual(await allBytes());
  });

  test('EXPORT-7 making the file is a fact in it, with what waited', async () => {
    const { lines, name } = await exported();
    const last: unknown = JSON.parse(factsIn(lines).at(-1) ?? '');
    expect(last).toMatchObject({ kind: 'journalExported', body: { waitingFacts: 3, waitingSales: 1 } });
    expect(name).toBe('evertill-Front-A1-2025-05-06-0709.jsonl');
  });

  test('EXPORT-7 F05 a tablet that cannot write any more still gives its journal away', async () => {
    const full = (): never => {
      throw new DOMException('no room', 'QuotaExceededError');
    };
    till.db.journal.facts.hook('creating', full);
    const { facts, blob } = await exported();
    expect(facts).toBe(3);
    expect((await verifyJournalExport(textOf(blob), { root: null })).is).toBe('intact');
  });

  test('EXPORT-7 a fact that is gone from the middle parts its run in two, and the rest is proved all the same', async () => {
    const [branch] = await readBranches(till.db);
    await till.db.journal.facts.delete([branch?.inc ?? '', 2]);
    const { blob } = await exported();
    const verdict = await verifyJournalExport(textOf(blob), { root: null });
    expect(verdict).toMatchObject({
      is: 'intact',
      facts: 3,
      header: {
        branches: [
          { from: 1, head: { no: 1 } },
          { from: 3, head: { no: 4 } },
        ],
      },
    });
  });
});
