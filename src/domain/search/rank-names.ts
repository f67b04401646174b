/** Finds the names that have every typed word, the nearest first. */
import { matchPlain, type WordMatch } from './match-word.ts';
import type { WordIndex } from './word-index.ts';

export interface Ranked {
  readonly row: number;
  /** Lower is nearer. */
  readonly rank: number;
}

export interface RankedNames {
  readonly best: readonly Ranked[];
  readonly found: number;
}

/** Once this many names have the words as typed, nobody looks for typing errors. */
const ENOUGH = 40;
const NOT_FOUND = 255;
/** What each figure of a rank is worth: the words first, then words that were not typed, then what the name begins with. */
const PER_COST = 1024;
const PER_EXTRA_WORD = 2;

type Matches = readonly (readonly WordMatch[])[];

/** @param matchLoosely made for this index */
export function rankNames(
  index: WordIndex,
  matchLoosely: (typed: string) => readonly WordMatch[],
  words: readonly string[],
  limit: number,
): RankedNames {
  const plain = rankPlainly(index, words, limit);
  if (plain.found >= ENOUGH) return plain;
  return rank(index, words.map(matchLoosely), limit);
}

/** Without looking for typing errors. */
export function rankPlainly(index: WordIndex, words: readonly string[], limit: number): RankedNames {
  return rank(
    index,
    words.map((word) => matchPlain(index, word)),
    limit,
  );
}

function rank(index: WordIndex, matches: Matches, limit: number): RankedNames {
  if (matches.some(({ length }) => length === 0)) return { best: [], found: 0 };
  const costs = costsOfAll(index, matches);
  const isFirst = marked(index, matches[0] ?? []);
  const best = makeBest(limit);
  let found = 0;
  for (let row = 0; row < costs.length; row += 1) {
    const cost = costs[row] ?? NOT_FOUND;
    if (cost === NOT_FOUND) continue;
    found += 1;
    const extra = Math.max(0, (index.lengths[row] ?? 0) - matches.length);
    const begins = isFirst[index.firsts[row] ?? 0] === 1;
    best.add(row, cost * PER_COST + extra * PER_EXTRA_WORD + (begins ? 0 : 1));
  }
  return { best: best.kept, found };
}

function marked({ words }: WordIndex, matches: readonly WordMatch[]): Uint8Array {
  const marks = new Uint8Array(words.length);
  for (const { word } of matches) marks[word] = 1;
  return marks;
}

/** For every name the cost of its words together, or that it lacks one. */
function costsOfAll(index: WordIndex, [first = [], ...others]: Matches): Uint8Array {
  const sum = costsOf(index, first);
  for (const other of others) {
    const costs = costsOf(index, other);
    for (let row = 0; row < sum.length; row += 1) {
      const [one = NOT_FOUND, more = NOT_FOUND] = [sum[row], costs[row]];
      sum[row] = one === NOT_FOUND || more === NOT_FOUND ? NOT_FOUND : Math.min(one + more, NOT_FOUND - 1);
    }
  }
  return sum;
}

function costsOf({ starts, rows, lengths }: WordIndex, matches: readonly WordMatch[]): Uint8Array {
  const costs = new Uint8Array(lengths.length).fill(NOT_FOUND);
  for (const { word, cost } of matches) {
    const end = starts[word + 1] ?? 0;
    for (let at = starts[word] ?? 0; at < end; at += 1) {
      const row = rows[at] ?? 0;
      if (cost < (costs[row] ?? NOT_FOUND)) costs[row] = cost;
    }
  }
  return costs;
}

/** Keeps the lowest few of many, those that came first before their equals. */
function makeBest(limit: number) {
  const kept: Ranked[] = [];
  let worst = Infinity;
  return {
    kept,
    add: (row: number, rank: number) => {
      if (rank >= worst) return;
      let at = kept.length;
      while (at > 0 && (kept[at - 1]?.rank ?? 0) > rank) at -= 1;
      kept.splice(at, 0, { row, rank });
      if (kept.length > limit) kept.pop();
      if (kept.length === limit) worst = kept.at(-1)?.rank ?? Infinity;
    },
  };
}
