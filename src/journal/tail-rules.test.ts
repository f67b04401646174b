import { beforeAll, expect, test } from 'vitest';
import { money } from '../domain/money.ts';
import { soldBasket } from '../testing/trial-basket.ts';
import { payInCash, trialShift, trialTerms } from '../testing/trial-shop.ts';
import { startJournal } from '../testing/till-journal.ts';
import { emptyBranch, type Branch, type FactRow, type PrunedFact } from './branch.ts';
import { holeAt, missingFrom } from './hole-rule.ts';
import { writeJournalLine } from './journal-line.ts';
import { freeSeries, nextSeries } from './next-series.ts';
import { PRUNE_AFTER_MS, prunableCount } from './prune-rule.ts';
import { readCopy } from './read-copy.ts';
import { regrowBranch, salvageBranch } from './regrow.ts';
import { acknowledgedAt, unproved } from './watermark-rule.ts';

let branch: Branch;
/** 1 starts the journal, 2 opens the shift, 3 to 7 are sales of £2.50 each. */
const rows: FactRow[] = [];

beforeAll(async () => {
  const journal = await startJournal({ business: 'b', shop: 's', till: 't' }, 'inc-1');
  await journal.add({ kind: 'journalStarted', body: { parent: null, series: 'A1' } });
  const { shift, day, drawer, float } = trialShift();
  await journal.add({ kind: 'shiftOpened', body: { shift, day, drawer, float } });
  for (const count of [1, 2, 3, 4, 5]) {
    const basket = soldBasket(`sale-${String(count)}`);
    const { kind, body } = payInCash(basket, trialTerms(), `A1-00000${String(count)}`);
    await journal.add({ kind, body });
  }
  branch = journal.facts.reduce(
    (grown, fact) => {
      const next = regrowBranch(grown, fact);
      rows.push(next.row);
      return next.branch;
    },
    emptyBranch('inc-1', 'A1', 1),
  );
});

const row = (no: number): FactRow => {
  const found = rows[no - 1];
  if (found === undefined) throw new Error(`no fact ${String(no)}`);
  return found;
};
const held = (no: number, without: readonly number[] = []) => ({
  own: without.includes(no) ? undefined : rows[no - 1],
  next: without.includes(no + 1) ? undefined : rows[no],
});

test('JOUR-22 LOCAL-12 a head is proved by our fact of that number, or by the one after it', () => {
  const at = (no: number) => ({ no, hash: row(no).hash });
  expect(acknowledgedAt(branch, at(4), held(4))).toMatchObject({
    acknowledged: at(4),
    acknowledgedSums: { sales: 2, value: 500 },
  });
  // Fact 4 is gone; fact 5 names it, and a hole that was declared ends there.
  expect(acknowledgedAt(branch, at(4), held(4, [4]))).toMatchObject({
    acknowledged: at(4),
    acknowledgedSums: { sales: 2, value: 500 },
  });
  expect(acknowledgedAt(branch, at(7), held(7, [7]))?.acknowledgedSums).toEqual({ sales: 5, value: 1250 });
  for (const head of [
    { no: 4, hash: row(5).hash },
    { no: 9, hash: row(7).hash },
    { no: 0, hash: row(1).hash },
  ]) {
    expect(acknowledgedAt(branch, head, held(head.no))).toBeNull();
    expect(acknowledgedAt(branch, head, held(head.no, [head.no]))).toBeNull();
  }
});

test('JOUR-23 F49 what is asked for and no longer held is declared as a hole that ends where our facts begin', () => {
  const pruned: PrunedFact[] = rows.slice(0, 4);
  expect(holeAt(branch, 3, row(5), pruned)).toEqual({
    from: 3,
    to: 4,
    after: row(4).hash,
    hashes: [row(3).hash, row(4).hash],
    why: 'pruned',
  });
  expect(holeAt(branch, 3, row(5), [])).toEqual({
    from: 3,
    to: 4,
    after: row(4).hash,
    hashes: null,
    why: 'lost',
  });
  expect(holeAt(branch, 6, undefined, [])).toMatchObject({ from: 6, to: 7, after: row(7).hash });
});

test('JOUR-23 a fact that is held is never declared as a hole, nor is one beyond our head', () => {
  for (const no of [1, 4, 7]) expect(holeAt(branch, no, row(no), rows)).toBeNull();
  expect(holeAt(branch, 8, undefined, [])).toBeNull();
});

test('JOUR-24 only facts below a verified backup of the same incarnation, proved and old enough, may go', () => {
  const sent = acknowledgedAt(branch, { no: 6, hash: row(6).hash }, held(6)) ?? branch;
  const facts = rows.map(({ no }) => ({ no, at: no }));
  const late = PRUNE_AFTER_MS + 100;
  const count = (safe: { inc: string; no: number } | null, now: number, of = sent) =>
    prunableCount(of, safe, facts, now);
  const safe = { inc: branch.inc, no: 5 };
  expect(count(safe, late)).toBe(4);
  expect(count({ ...safe, no: 99 }, late)).toBe(5);
  expect(count(safe, PRUNE_AFTER_MS + 3)).toBe(2);
  expect(count(safe, PRUNE_AFTER_MS)).toBe(0);
  expect(count({ ...safe, inc: 'another' }, late)).toBe(0);
  expect(count(null, late)).toBe(0);
  expect(count(safe, late, unproved(branch))).toBe(0);
});

test('JOUR-25 facts of a second copy become a finished branch that counts what waits on it', async () => {
  const { runs } = await readCopy(rows.slice(3).map(writeJournalLine).join('\n'));
  const [run] = runs;
  if (run === undefined) throw new Error('no run');
  const { branch: salvaged, rows: again } = salvageBranch('told otherwise', 0.5, run.facts);
  expect(salvaged).toMatchObject({
    inc: 'told otherwise',
    chain: branch.inc,
    from: { no: 3, hash: row(3).hash },
    acknowledged: { no: 3, hash: row(3).hash },
    is: 'finished',
    series: 'A1',
    head: branch.head,
    sums: { sales: 4, value: money(1000) },
  });
  expect(again.map(({ no, receipt, bytes }) => ({ no, receipt, bytes }))).toEqual(
    rows.slice(3).map(({ no, receipt, bytes }) => ({ no, receipt, bytes })),
  );
  expect(unproved(salvaged).acknowledged).toEqual({ no: 3, hash: row(3).hash });
});

test('JOUR-26 no two incarnations of a till share a series, also after a new key', () => {
  const names = ['A1', 'A1z', 'A1zz'].flatMap((series) => [
    series,
    ...Array.from({ length: 700 }, (_, before) => nextSeries(series, before + 1)),
  ]);
  expect(names.slice(0, 3)).toEqual(['A1', 'A1b', 'A1c']);
  expect(new Set(names).size).toBe(names.length);
});

test('JOUR-27 the next series is the first that nobody is known to have used', () => {
  expect(freeSeries('A1', 1, [])).toEqual({ series: 'A1b', rank: 2 });
  expect(freeSeries('A1', 1, ['A1', 'A1b', 'A1c', 'A1e'])).toEqual({ series: 'A1d', rank: 4 });
  expect(freeSeries('A1z', 1, ['A1b'])).toEqual({ series: 'A1zb', rank: 2 });
});

test('JOUR-23 of a chain told twice only the fact where the two part can be missing, once the other telling has arrived', () => {
  const told: Branch = {
    ...emptyBranch('a', 'A1', 1),
    is: 'finished',
    head: { no: 6, hash: 'f'.repeat(64) },
  };
  const from = { no: 4, hash: '4'.repeat(64) };
  const apart: Branch = { ...told, inc: 'a~1', chain: 'a', from };
  const arrived: Branch = { ...told, acknowledged: told.head };
  expect(missingFrom([told, apart], apart, 1)).toBeNull();
  expect(missingFrom([arrived, apart], apart, 1)).toBe(4);
  expect(missingFrom([apart], apart, 1)).toBe(1);
  expect(missingFrom([told, apart], apart, 5)).toBe(5);
});

test('JOUR-23 where every other telling of a chain ends before this one goes on, only what none of them holds is missing', () => {
  const hash = (letter: string) => letter.repeat(64);
  const own: Branch = { ...emptyBranch('a', 'A1', 1), is: 'finished', head: { no: 2, hash: hash('2') } };
  const arrived: Branch = { ...own, acknowledged: own.head };
  const second: Branch = { ...arrived, inc: 'a~1', chain: 'a', from: { no: 1, hash: hash('1') } };
  const third: Branch = { ...own, inc: 'a~2', chain: 'a', from: { no: 4, hash: hash('4') } };
  expect(missingFrom([own, second, third], third, 1)).toBeNull();
  expect(missingFrom([arrived, second, third], third, 1)).toBe(3);
  expect(missingFrom([arrived, second, third], third, 4)).toBe(4);
});

test('JOUR-23 a telling of a chain that begins after this one supplies nothing of what is missing before it', () => {
  const hash = (letter: string) => letter.repeat(64);
  const told = (name: string, from: number, to: number): Branch => ({
    ...emptyBranch(name, 'A1', 1),
    ...{ is: 'finished', chain: 'a', from: { no: from, hash: hash('1') } },
    ...{ head: { no: to, hash: hash('2') }, acknowledged: { no: from, hash: hash('1') } },
  });
  // A copy that was damaged in two places, and a head office that was restored to before both.
  const [first, second] = [told('a', 6, 8), told('a~1', 9, 23)];
  expect(missingFrom([first, second], first, 5)).toBe(5);
  const arrived = { ...first, acknowledged: first.head };
  expect(missingFrom([arrived, second], second, 9)).toBe(9);
});
