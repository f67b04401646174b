/**
 * Holds the card payments that were rung against those the acquirer has: by amount and minute, by the approval code where both know it, and by
 * the card terminal where it is known which one stands at which till. What cannot be told apart is said to be interchangeable.
 */
import type { Money } from './money.ts';

export interface CardTaken {
  readonly id: string;
  readonly amount: Money;
  /** Milliseconds since 1970. */
  readonly at: number;
  /** The approval code; null where it is not known. */
  readonly code: string | null;
}

export interface CardSale extends CardTaken {
  readonly till: string;
}

export interface AcquirerRow extends CardTaken {
  readonly terminal: string | null;
}

export interface CardPair {
  readonly sale: CardSale;
  readonly row: AcquirerRow;
}

export interface CardMatch {
  readonly matched: readonly CardPair[];
  /** Equal amounts so close together that each sale may be any of the rows: as many of the one as of the other. */
  readonly interchangeable: readonly (readonly CardPair[])[];
  readonly rowsWithoutSale: readonly AcquirerRow[];
  readonly salesWithoutRow: readonly CardSale[];
}

/** The clocks of a card terminal and a till may be so far apart, and no further. */
export const CARD_APART_MS_MAX = 5 * 60_000;
/** Equal amounts within it are told apart by a code or a terminal alone. */
export const CARD_INTERCHANGEABLE_MS = 60_000;
/** What the wrong terminal counts, beside the time between the two. */
const OTHER_TERMINAL_MS = 2 * 60_000;

type Terminals = ReadonlyMap<string, string>;

export function matchCards(sales: readonly CardSale[], rows: readonly AcquirerRow[]): CardMatch {
  const byCode = pairsByCode(sales, rows);
  const left = without({ sales, rows }, byCode);
  const terminals = terminalsOf([...byCode, ...clustersOf(left).flatMap(lonePair)]);
  const paired = clustersOf(left).flatMap((cluster) => alignInTime(cluster, terminals));
  const groups = groupsOf(paired, terminals);
  const rest = without(left, paired);
  return {
    matched: [...byCode, ...groups.filter(isSingle).flat()].sort(bySaleTime),
    interchangeable: groups.filter((group) => !isSingle(group)),
    rowsWithoutSale: rest.rows,
    salesWithoutRow: rest.sales,
  };
}

interface Both {
  readonly sales: readonly CardSale[];
  readonly rows: readonly AcquirerRow[];
}

/** A code of one sale and one row; codes come again after a while. */
function pairsByCode(sales: readonly CardSale[], rows: readonly AcquirerRow[]): CardPair[] {
  const keyOf = ({ code, amount }: CardTaken) => (code === null ? null : `${code} ${String(amount)}`);
  const rowsOf = groupBy(rows, keyOf);
  const salesOf = groupBy(sales, keyOf);
  return sales.flatMap((sale): CardPair[] => {
    const key = keyOf(sale);
    if (key === null || salesOf.get(key)?.length !== 1) return [];
    const [row, ...others] = rowsOf.get(key) ?? [];
    return row === undefined || others.length > 0 || !areNear(sale, row) ? [] : [{ sale, row }];
  });
}

function groupBy<Item>(items: readonly Item[], keyOf: (item: Item) => string | null): Map<string, Item[]> {
  const groups = new Map<string, Item[]>();
  for (const item of items) {
    const key = keyOf(item);
    if (key !== null) groups.set(key, [...(groups.get(key) ?? []), item]);
  }
  return groups;
}

function areNear(one: CardTaken, other: CardTaken): boolean {
  return Math.abs(one.at - other.at) <= CARD_APART_MS_MAX;
}

function without({ sales, rows }: Both, pairs: readonly CardPair[]): Both {
  const [gone, goneRows] = [new Set(pairs.map(({ sale }) => sale)), new Set(pairs.map(({ row }) => row))];
  return { sales: sales.filter((sale) => !gone.has(sale)), rows: rows.filter((row) => !goneRows.has(row)) };
}

/** Of one amount each, and so far from the next that no pair reaches across; both in time. */
function clustersOf({ sales, rows }: Both): Both[] {
  const amountOf = ({ amount }: CardTaken) => String(amount);
  const [salesOf, rowsOf] = [groupBy(sales, amountOf), groupBy(rows, amountOf)];
  return [...salesOf.keys()].flatMap((amount) =>
    splitAtGaps({ sales: salesOf.get(amount) ?? [], rows: rowsOf.get(amount) ?? [] }),
  );
}

function splitAtGaps({ sales, rows }: Both): Both[] {
  const moments = [...sales, ...rows].map(({ at }) => at).sort((one, other) => one - other);
  const begins = moments.filter((at, place) => {
    const before = moments[place - 1];
    return before === undefined || at - before > CARD_APART_MS_MAX;
  });
  const within = <Item extends CardTaken>(items: readonly Item[], from: number, to: number): Item[] =>
    items.filter(({ at }) => at >= from && at < to).sort((one, other) => one.at - other.at);
  return begins.map((from, place) => {
    const to = begins[place + 1] ?? Infinity;
    return { sales: within(sales, from, to), rows: within(rows, from, to) };
  });
}

function lonePair({ sales, rows }: Both): CardPair[] {
  const [sale, row] = [sales[0], rows[0]];
  const isLone = sales.length === 1 && rows.length === 1 && sale !== undefined && row !== undefined;
  return isLone && mayBeOne(sale, row) ? [{ sale, row }] : [];
}

function mayBeOne(sale: CardSale, row: AcquirerRow): boolean {
  return areNear(sale, row) && (sale.code === null || row.code === null || sale.code === row.code);
}

/** Of each till the terminal that most of its certain payments came from. */
function terminalsOf(pairs: readonly CardPair[]): Terminals {
  const seen = groupBy(pairs, ({ sale }) => sale.till);
  const known = new Map<string, string>();
  for (const [till, own] of seen) {
    const votes = groupBy(own, ({ row }) => row.terminal);
    const [first] = [...votes].sort((one, other) => other[1].length - one[1].length);
    if (first !== undefined && first[1].length * 2 > own.length) known.set(till, first[0]);
  }
  return known;
}

interface Aligned {
  readonly pairs: readonly CardPair[];
  readonly cost: number;
}

const NOTHING: Aligned = { pairs: [], cost: 0 };

/** In the order of time, as many pairs as there can be, and of those the closest. */
function alignInTime({ sales, rows }: Both, terminals: Terminals): readonly CardPair[] {
  let before: Aligned[] = Array.from({ length: rows.length + 1 }, () => NOTHING);
  for (const sale of sales) {
    const next: Aligned[] = [NOTHING];
    for (const [place, row] of rows.entries()) {
      const skipped = better(before[place + 1] ?? NOTHING, next[place] ?? NOTHING);
      next.push(better(skipped, extended(before[place] ?? NOTHING, { sale, row }, terminals)));
    }
    before = next;
  }
  return before.at(-1)?.pairs ?? [];
}

function extended(aligned: Aligned, pair: CardPair, terminals: Terminals): Aligned {
  if (!mayBeOne(pair.sale, pair.row)) return NOTHING;
  return { pairs: [...aligned.pairs, pair], cost: aligned.cost + costOf(pair, terminals) };
}

function better(one: Aligned, other: Aligned): Aligned {
  const more = other.pairs.length - one.pairs.length;
  return more > 0 || (more === 0 && other.cost < one.cost) ? other : one;
}

function costOf({ sale, row }: CardPair, terminals: Terminals): number {
  const expected = terminals.get(sale.till);
  const isOther = expected !== undefined && row.terminal !== null && row.terminal !== expected;
  return Math.abs(sale.at - row.at) + (isOther ? OTHER_TERMINAL_MS : 0);
}

/** Pairs whose rows could as well be each other's stand together. */
function groupsOf(pairs: readonly CardPair[], terminals: Terminals): CardPair[][] {
  const groups: CardPair[][] = [];
  for (const pair of pairs) {
    const last = groups.at(-1);
    if (last?.some((other) => isInterchangeable(other, pair, terminals)) === true) last.push(pair);
    else groups.push([pair]);
  }
  return groups;
}

function isInterchangeable(one: CardPair, other: CardPair, terminals: Terminals): boolean {
  const isEqual = one.sale.amount === other.sale.amount;
  const isClose = Math.abs(one.sale.at - other.sale.at) <= CARD_INTERCHANGEABLE_MS;
  if (!isEqual || !isClose || !mayBeOne(one.sale, other.row) || !mayBeOne(other.sale, one.row)) return false;
  return !(isAtItsTerminal(one, terminals) && isAtItsTerminal(other, terminals) && areApart(one, other));
}

function isAtItsTerminal({ sale, row }: CardPair, terminals: Terminals): boolean {
  return row.terminal !== null && terminals.get(sale.till) === row.terminal;
}

function areApart(one: CardPair, other: CardPair): boolean {
  return one.row.terminal !== other.row.terminal;
}

function isSingle(group: readonly CardPair[]): boolean {
  return group.length === 1;
}

function bySaleTime(one: CardPair, other: CardPair): number {
  return one.sale.at - other.sale.at;
}
