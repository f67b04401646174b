/** A tax class being entered, as text in fields; and the dated rates that these fields say, or what is wrong with them. Pure. */
import { readPrice } from '../../domain/read-price.ts';
import { taxClassFault, type TaxClassFault } from '../../domain/tax-class-fault.ts';
import { isBasisPoints, taxRateOn, type TaxRate } from '../../domain/tax-rate.ts';
import { isDay, type Day } from '../../domain/trading-day.ts';
import type { TaxClass } from '../../protocol/catalogue-messages.ts';
import { decimalOf } from '../export/sheet-of-rows.ts';

export interface TaxDraft {
  /** Fixed once it is there: products name it. */
  readonly id: string;
  /** Percent, today. */
  readonly rate: string;
  readonly later: readonly LaterRate[];
}

export interface LaterRate {
  readonly from: string;
  readonly rate: string;
}

export type TaxDraftFault = TaxClassFault | 'noName' | 'nameTaken' | 'rateWrong' | 'laterRateWrong';

export type ReadTax =
  | { readonly is: 'rates'; readonly rates: readonly TaxRate[] }
  | { readonly is: 'fault'; readonly fault: TaxDraftFault };

const PERCENT_DIGITS = 2;

export function draftOfTax(known: TaxClass | null, today: Day): TaxDraft {
  const id = known?.id ?? '';
  const now = known === null ? null : taxRateOn(known.rates, id, today);
  const later = known?.rates.filter(({ from }) => from > today) ?? [];
  return {
    id,
    rate: now === null ? '' : percentText(now),
    later: later.map(({ from, rate }) => ({ from, rate: percentText(rate) })),
  };
}

/** @param known the class that is changed; null for a new one. A rate of today that is the one there was is no new one. */
export function readTax(
  draft: TaxDraft,
  known: TaxClass | null,
  { today, taken }: { readonly today: Day; readonly taken: readonly string[] },
): ReadTax {
  const id = draft.id.trim();
  if (id === '') return faulty('noName');
  if (known === null && taken.includes(id)) return faulty('nameTaken');
  const rate = readRate(id, today, draft.rate);
  if (rate === null) return faulty('rateWrong');
  const later = draft.later.map(({ from, rate: text }) => (from > today ? readRate(id, from, text) : null));
  if (later.includes(null)) return faulty('laterRateWrong');
  const held = known?.rates ?? [];
  const isAsBefore = taxRateOn(held, id, today) === rate.rate;
  const past = held.filter(({ from }) => (isAsBefore ? from <= today : from < today));
  const rates = [...past, ...(isAsBefore ? [] : [rate]), ...later.filter((one) => one !== null)];
  const fault = taxClassFault(held, rates, today);
  return fault === null ? { is: 'rates', rates } : faulty(fault);
}

function faulty(fault: TaxDraftFault): ReadTax {
  return { is: 'fault', fault };
}

function readRate(id: string, from: string, percent: string): TaxRate | null {
  const points: unknown = readPrice(percent.replace(/\s*%\s*$/, ''), PERCENT_DIGITS);
  return isDay(from) && isBasisPoints(points) ? { class: id, from, rate: points } : null;
}

/** In the form that it is read in: 17.5. */
function percentText(points: number): string {
  return decimalOf(points, PERCENT_DIGITS).decimal.replace(/\.?0+$/, '');
}
