/** Finds the rate a line of an open sale pays, and what it costs before rounding. */
import { QUANTITY_ONE_UNIT } from './quantity.ts';
import { refuse, type Refusal } from './refusal.ts';
import type { OpenLine, Place } from './sale.ts';
import { LINE_AMOUNT_MAX } from './sale-limits.ts';
import { taxRateOn, type BasisPoints, type TaxRate } from './tax-rate.ts';
import type { Day } from './trading-day.ts';

export interface RatedLine {
  readonly line: OpenLine;
  readonly taxClass: string;
  readonly taxRate: BasisPoints;
  /** Exactly: minor units over QUANTITY_ONE_UNIT. */
  readonly amount: bigint;
}

interface RatingTerms {
  readonly policy: { readonly taxRates: readonly TaxRate[] };
  readonly day: Day;
}

/** Refuses with `no-tax-rate` and `amount-too-large`. */
export function rateLine(line: OpenLine, place: Place, { policy, day }: RatingTerms): RatedLine | Refusal {
  const amount = BigInt(line.quantity) * BigInt(line.unitPrice);
  if (isTooLarge(amount)) return refuse({ code: 'amount-too-large', limit: LINE_AMOUNT_MAX });
  if (line.rate.is === 'asSold') return { line, taxClass: line.rate.class, taxRate: line.rate.rate, amount };
  const taxClass = line.tax.is === 'single' ? line.tax.class : line.tax[place];
  const taxRate = taxRateOn(policy.taxRates, taxClass, day);
  return taxRate === null
    ? refuse({ code: 'no-tax-rate', taxClass, day })
    : { line, taxClass, taxRate, amount };
}

function isTooLarge(amount: bigint): boolean {
  const limit = BigInt(LINE_AMOUNT_MAX) * BigInt(QUANTITY_ONE_UNIT);
  return amount > limit || amount < -limit;
}
