/** A basket put aside on this till, under a name. */
import type { Money } from '../domain/money.ts';
import type { OpenSale } from '../domain/sale.ts';
import type { Day } from '../domain/trading-day.ts';

export interface ParkedSale {
  readonly sale: string;
  readonly name: string;
  readonly open: OpenSale;
  readonly gross: Money;
  readonly day: Day;
  /** Anchored clock, milliseconds since 1970. */
  readonly parkedAt: number;
  readonly parkedBy: string;
}
