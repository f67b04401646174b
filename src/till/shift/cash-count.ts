/** Counting the drawer: how many of each note and coin, as typed. */
import { countCash } from '../../domain/count-cash.ts';
import type { CashCounted } from '../../domain/fact-body.ts';
import type { Money } from '../../domain/money.ts';

/** What was typed, by the value of the note or coin. */
export type TypedCounts = ReadonlyMap<Money, string>;

export const NOTHING_COUNTED: TypedCounts = new Map();

const COUNT_DIGITS_MAX = 5;

export function typeCount(counts: TypedCounts, value: Money, text: string): TypedCounts {
  const digits = text
    .replace(/\D/g, '')
    .replace(/^0+(?=\d)/, '')
    .slice(0, COUNT_DIGITS_MAX);
  return new Map(counts).set(value, digits);
}

/** Largest first; what was left blank is none. */
export function countedDenominations(
  counts: TypedCounts,
  denominations: readonly Money[],
): CashCounted['denominations'] {
  return denominations.map((value) => ({ value, count: Number(counts.get(value) ?? '') }));
}

export function countedSum(counts: TypedCounts, denominations: readonly Money[]): Money {
  return countCash(countedDenominations(counts, denominations));
}
