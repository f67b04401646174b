/** A shift: one drawer's cash from opening float to count, and the running totals of what was rung in it. */
import type { SharedDrawer } from './shared-drawer.ts';
import type { Money } from './money.ts';
import type { RateTotal } from './sale.ts';
import type { Day } from './trading-day.ts';

export interface ShiftTotals {
  readonly sales: number;
  readonly refunds: number;
  readonly net: Money;
  readonly tax: Money;
  readonly gross: Money;
  readonly byRate: readonly RateTotal[];
  readonly cash: Money;
  readonly card: Money;
  readonly cashRounding: Money;
  /** Absent until cash has moved without a sale. */
  readonly cashMoves?: CashMoves;
  /** How many payments were corrected; absent until one was. */
  readonly corrections?: number;
  /** What discounts took off prices, above zero; absent until one did. The other sums are after it. */
  readonly discounts?: Money;
  /** Who rang what, in the order of their first receipt; absent until there is one. */
  readonly byClerk?: readonly ClerkTotal[];
}

export interface ClerkTotal {
  readonly staff: string;
  readonly sales: number;
  readonly refunds: number;
  readonly gross: Money;
  /** Above zero. */
  readonly discounts: Money;
}

/** Sums above zero or zero: what was put in, taken out, and brought to the safe. */
export interface CashMoves {
  readonly in: Money;
  readonly out: Money;
  readonly drop: Money;
}

export interface OpenShift {
  readonly shift: string;
  readonly day: Day;
  readonly drawer: string;
  readonly float: Money;
  /** Absent where the drawer is this till's alone. */
  readonly shared?: SharedDrawer;
  /** Milliseconds since 1970, anchored clock. */
  readonly openedAt: number;
  readonly openedBy: string;
  readonly totals: ShiftTotals;
}
