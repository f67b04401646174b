import { beforeAll, expect, test } from 'vitest';
import { startJournal, type TillJournal } from '../testing/till-journal.ts';
import { emptyBranch, type Branch } from './branch.ts';
import { compareCopies, type Comparison, type CopyReading, type HeldHash } from './compare-copies.ts';
import { writeJournalLine } from './journal-line.ts';
import type { MadeFact } from './make-fact.ts';
import { readCopy } from './read-copy.ts';
import { regrowBranch } from './regrow.ts';

let told: MadeFact[];
/** The same first four facts, told otherwise from the fifth on. */
let otherwise: MadeFact[];

beforeAll(async () => {
  const [one, other] = await Promise.all([someJournal(), someJournal()]);
  for (const staff of ['five', 'six', 'seven', 'eight', 'nine']) {
    await one.add({ kind: 'signedIn', body: { staff } });
    await other.add({ kind: 'signedIn', body: { staff: `not ${staff}` } });
  }
  told = await made(one);
  otherwise = [...told.slice(0, 4), ...(await made(other)).slice(4)];
});

async function someJournal(): Promise<TillJournal> {
  const journal = await startJournal({ business: 'b', shop: 's', till: 't' }, 'inc-1');
  for (const staff of ['one', 'two', 'three', 'four'])
    await journal.add({ kind: 'signedIn', body: { staff } });
  return journal;
}

async function made(journal: TillJournal): Promise<MadeFact[]> {
  const { runs } = await readCopy(linesOf(journal.facts));
  return runs.flatMap((run) => run.facts);
}

function linesOf(facts: readonly { readonly bytes: string; readonly hash: string }[]): string {
  return facts.map((fact) => `${writeJournalLine(fact)}\n`).join('');
}

function databaseOf(facts: readonly MadeFact[]): { branches: Branch[]; held: HeldHash } {
  const branch = facts.reduce(
    (grown, fact) => regrowBranch(grown, fact).branch,
    emptyBranch('inc-1', 'A1', 1),
  );
  return { branches: [branch], held: (inc, no) => (inc === 'inc-1' ? (facts[no - 1]?.hash ?? null) : null) };
}

async function copyOf(text: string): Promise<CopyReading> {
  return { is: 'read', ...(await readCopy(text)) };
}

async function compare(database: readonly MadeFact[], copy: string, stop = 'killed'): Promise<Comparison> {
  const { branches, held } = databaseOf(database);
  return compareCopies(branches, held, await copyOf(copy), stop === 'cleanly');
}

const numbers = ({ verdicts }: Comparison) =>
  verdicts.map((one) => (one.is === 'within' ? one.is : [one.is, ...one.facts.map(({ fact }) => fact.no)]));

test('JOUR-20 a copy that tells what the database holds, or less, changes nothing', async () => {
  for (const copy of [told.slice(6), told.slice(6, 8), []]) {
    const comparison = await compare(told, linesOf(copy));
    expect(numbers(comparison)).toEqual(copy.length === 0 ? [] : ['within']);
    expect(comparison.needsNewIncarnation).toBe(false);
  }
});

test('JOUR-20 F03 what the database has lost at its end is put back from the copy', async () => {
  const comparison = await compare(told.slice(0, 7), linesOf(told.slice(6)));
  expect(numbers(comparison)).toEqual([['extends', 8, 9]]);
  expect(comparison.needsNewIncarnation).toBe(false);
});

test('JOUR-20 two tellings are both kept, whichever is longer, and a new incarnation begins', async () => {
  for (const [database, copy, kept] of [
    [told, otherwise.slice(3), [5, 6, 7, 8, 9]],
    [told.slice(0, 6), otherwise.slice(3), [5, 6, 7, 8, 9]],
    [told, otherwise.slice(3, 6), [5, 6]],
    // Between the database's head and the copy's first fact others are missing.
    [told.slice(0, 3), told.slice(7), [8, 9]],
  ] as const) {
    const comparison = await compare(database, linesOf(copy));
    expect(numbers(comparison)).toEqual([['apart', ...kept]]);
    expect(comparison.needsNewIncarnation).toBe(true);
  }
});

test('JOUR-20 F06 a copy of a chain the database does not know is kept, and the till goes on as it is', async () => {
  const { branches } = databaseOf(told);
  const own = branches.map((branch) => ({ ...branch, inc: 'inc-2' }));
  const comparison = compareCopies(own, () => null, await copyOf(linesOf(told.slice(6))), false);
  expect(numbers(comparison)).toEqual([['apart', 7, 8, 9]]);
  expect(comparison.needsNewIncarnation).toBe(false);
});

test('JOUR-20 what was kept apart at an earlier start is not kept twice', async () => {
  const { branches, held } = databaseOf(told);
  const [own] = branches;
  if (own === undefined) throw new Error('no branch');
  const apart: Branch = { ...own, inc: 'inc-1 again', chain: 'inc-1', is: 'finished' };
  const heldToo: HeldHash = (inc, no) =>
    inc === apart.inc ? (otherwise[no - 1]?.hash ?? null) : held(inc, no);
  const comparison = compareCopies([...branches, apart], heldToo, await copyOf(linesOf(otherwise)), false);
  expect(numbers(comparison)).toEqual(['within']);
});

test('JOUR-21 a copy torn by a crash is believed as far as it is whole, where the database is ahead of the tear', async () => {
  const torn = linesOf(told.slice(5, 8)) + linesOf(told.slice(8)).slice(0, 300);
  expect(await compare(told, torn)).toMatchObject({ needsNewIncarnation: false });
  // The torn line was the ninth fact, and the database has only eight: the ninth number may have been printed.
  expect(await compare(told.slice(0, 8), torn)).toMatchObject({ needsNewIncarnation: true });
  expect(await compare(told.slice(0, 8), torn, 'cleanly')).toMatchObject({ needsNewIncarnation: false });
});

test('JOUR-21 a flipped bit costs the line it is in and no other', async () => {
  const flipped = linesOf(told).replace('"staff":"six"', '"staff":"sax"');
  const { runs, isDamaged } = await readCopy(flipped);
  expect(isDamaged).toBe(true);
  expect(runs.map((run) => run.facts.map(({ fact }) => fact.no))).toEqual([
    [1, 2, 3, 4, 5],
    [7, 8, 9],
  ]);
});

test('JOUR-21 a copy that cannot be read after an unclean stop begins a new incarnation; none at all is no fault', () => {
  const { branches, held } = databaseOf(told);
  const ask = (copy: CopyReading, cleanly: boolean) =>
    compareCopies(branches, held, copy, cleanly).needsNewIncarnation;
  expect(ask({ is: 'unreadable' }, false)).toBe(true);
  expect(ask({ is: 'unreadable' }, true)).toBe(false);
  expect(ask({ is: 'absent' }, false)).toBe(false);
});
