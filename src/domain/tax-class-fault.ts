/** What is wrong with a tax class as somebody entered it. */
import type { TaxRate } from './tax-rate.ts';
import type { Day } from './trading-day.ts';

export type TaxClassFault = 'twoRatesFromOneDay' | 'noRateNow' | 'pastChanged';

/**
 * @param before its rates as they are; none for a new class.
 * @param today what was sold before it is taxed and stays so.
 * @returns the first fault; null when it can be used.
 */
export function taxClassFault(
  before: readonly TaxRate[],
  after: readonly TaxRate[],
  today: Day,
): TaxClassFault | null {
  const days = after.map(({ from }) => from);
  if (new Set(days).size < days.length) return 'twoRatesFromOneDay';
  if (!days.some((from) => from <= today)) return 'noRateNow';
  return pastOf(before, today) === pastOf(after, today) ? null : 'pastChanged';
}

function pastOf(rates: readonly TaxRate[], today: Day): string {
  const past = rates.filter(({ from }) => from < today).map(({ from, rate }) => `${from} ${String(rate)}`);
  return past.toSorted().join('; ');
}
