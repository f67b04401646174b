/** What a difference in a drawer may be: the sum that is over or short, held against everything that happened to that cash. */
import type { Money } from './money.ts';

export interface PaidReceipt {
  readonly receipt: string;
  /** Milliseconds since 1970. */
  readonly at: number;
  /** What it put into the drawer, below zero what it took out. */
  readonly cash: Money;
  readonly card: Money;
  readonly lines: number;
  /** The same for receipts of the same lines; null where there are too few of them to tell. */
  readonly alike: string | null;
}

export interface DrawerMove {
  readonly reason: string;
  /** Put in above zero, taken out below. */
  readonly amount: Money;
}

/** What the acquirer has and nobody rang. */
export interface CardPayment {
  readonly amount: Money;
  readonly at: number;
}

export interface CountedDrawer {
  readonly counted: Money;
  readonly expected: Money;
  readonly receipts: readonly PaidReceipt[];
  readonly moves: readonly DrawerMove[];
  /** Notes and coins. */
  readonly denominations: readonly Money[];
  /** Empty where no settlement file was read. */
  readonly cardsWithoutSale: readonly CardPayment[];
}

type Receipts = readonly [PaidReceipt, ...PaidReceipt[]];

export type Explanation =
  /** One sale rung twice: the same lines, shortly after one another. */
  | { readonly is: 'rungTwice'; readonly first: PaidReceipt; readonly second: PaidReceipt }
  /** Cash that a receipt put in and the drawer does not have; `card` is what the acquirer has for it. */
  | { readonly is: 'rungAsCash'; readonly receipts: Receipts; readonly card: CardPayment | null }
  /** Cash the drawer has and a receipt says was paid by card. */
  | { readonly is: 'rungAsCard'; readonly receipts: Receipts }
  /** Half of it: taken where it was given back, or the other way round. */
  | { readonly is: 'wrongWay'; readonly receipts: Receipts }
  | { readonly is: 'move'; readonly move: DrawerMove; readonly isWrongWay: boolean }
  /** Two receipts next to one another whose payments were mixed up. */
  | { readonly is: 'pair'; readonly cash: PaidReceipt; readonly card: PaidReceipt }
  /** Two neighbouring digits of the count changed places. */
  | { readonly is: 'digitSwap' }
  | { readonly is: 'note'; readonly value: Money };

/** A second sale later than this is a second customer. */
export const TWICE_MS_MAX = 120_000;
/** Fewer equal lines happen by chance: everybody buys a coffee. */
export const TWICE_LINES_MIN = 3;
/** The most that a manager should read about one drawer. */
export const EXPLANATIONS_MAX = 3;

/** @returns the likeliest first; none when there is no difference. */
export function findDifference(drawer: CountedDrawer): Explanation[] {
  const difference = drawer.counted - drawer.expected;
  if (difference === 0) return [];
  return [
    ...rungTwice(drawer.receipts, difference),
    ...rungAsCash(drawer, difference),
    ...among(drawer.receipts, ({ card }) => card === difference, 'rungAsCard'),
    ...moves(drawer.moves, difference),
    ...among(drawer.receipts, ({ cash }) => 2 * cash === -difference, 'wrongWay'),
    ...digitSwap(drawer),
    ...note(drawer.denominations, difference),
    ...pair(drawer.receipts, difference),
  ].slice(0, EXPLANATIONS_MAX);
}

function rungTwice(receipts: readonly PaidReceipt[], difference: number): Explanation[] {
  const short = inTime(receipts).filter(
    ({ cash, lines, alike }) =>
      alike !== null && lines >= TWICE_LINES_MIN && cash > 0 && cash === -difference,
  );
  return short.flatMap((second, index) => {
    const first = short
      .slice(0, index)
      .findLast(({ alike, at }) => alike === second.alike && second.at - at <= TWICE_MS_MAX);
    return first === undefined ? [] : [{ is: 'rungTwice', first, second } as const];
  });
}

function rungAsCash({ receipts, cardsWithoutSale }: CountedDrawer, difference: number): Explanation[] {
  const card = cardsWithoutSale.find(({ amount }) => amount === -difference) ?? null;
  const near = (one: PaidReceipt) => (card === null ? 0 : Math.abs(one.at - card.at));
  const [first, ...others] = receipts
    .filter(({ cash }) => cash === -difference)
    .sort((one, other) => near(one) - near(other) || one.at - other.at);
  if (first === undefined) return [];
  return [{ is: 'rungAsCash', receipts: card === null ? [first, ...others] : [first], card }];
}

function among(
  receipts: readonly PaidReceipt[],
  fits: (receipt: PaidReceipt) => boolean,
  is: 'rungAsCard' | 'wrongWay',
): Explanation[] {
  const [first, ...others] = inTime(receipts).filter(fits);
  return first === undefined ? [] : [{ is, receipts: [first, ...others] }];
}

function moves(made: readonly DrawerMove[], difference: number): Explanation[] {
  return made.flatMap((move): Explanation[] => {
    if (move.amount === -difference) return [{ is: 'move', move, isWrongWay: false }];
    return 2 * move.amount === -difference ? [{ is: 'move', move, isWrongWay: true }] : [];
  });
}

function digitSwap({ counted, expected }: CountedDrawer): Explanation[] {
  if (counted < 0 || expected < 0) return [];
  const digits = String(counted);
  const swapped = Array.from(digits.slice(1), (digit, index) => {
    const before = digits.charAt(index);
    return digits.slice(0, index) + digit + before + digits.slice(index + 2);
  });
  return swapped.some((text) => Number(text) === expected) ? [{ is: 'digitSwap' }] : [];
}

function note(denominations: readonly Money[], difference: number): Explanation[] {
  const value = denominations.find((each) => each === Math.abs(difference));
  return value === undefined ? [] : [{ is: 'note', value }];
}

/** Among many receipts some two always fit: only neighbours in time are told. */
function pair(receipts: readonly PaidReceipt[], difference: number): Explanation[] {
  const near = inTime(receipts);
  return near.flatMap((one, index) => {
    const other = near[index + 1];
    if (other === undefined || other.at - one.at > TWICE_MS_MAX) return [];
    return [mixedUp(one, other, difference), mixedUp(other, one, difference)].flatMap((found) =>
      found === null ? [] : [found],
    );
  });
}

function mixedUp(cash: PaidReceipt, card: PaidReceipt, difference: number): Explanation | null {
  if (cash.cash === 0 || cash.card !== 0 || card.card === 0 || card.cash !== 0) return null;
  return card.card - cash.cash === difference ? { is: 'pair', cash, card } : null;
}

function inTime(receipts: readonly PaidReceipt[]): PaidReceipt[] {
  return [...receipts].sort((one, other) => one.at - other.at);
}
