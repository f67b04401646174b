/** Whether a piece of cash is a note, as people who count a drawer call it. */
import type { Money } from './money.ts';
import type { Currency } from './shop-policy.ts';

/** Five of a currency's units and more are paper in most countries. */
const UNITS_MIN = 5;

/** The smallest note in units of the currency, where it is another; by the central banks' lists of notes in circulation. */
const SMALLEST_NOTE: ReadonlyMap<string, number> = new Map([
  ['BHD', 0.5],
  ['CHF', 10],
  ['CLP', 1_000],
  ['CNY', 1],
  ['CZK', 100],
  ['DKK', 50],
  ['HKD', 10],
  ['HUF', 500],
  ['ILS', 20],
  ['INR', 10],
  ['ISK', 500],
  ['JOD', 1],
  ['JPY', 1_000],
  ['KRW', 1_000],
  ['KWD', 0.25],
  ['MXN', 20],
  ['NOK', 50],
  ['OMR', 0.1],
  ['PLN', 10],
  ['RON', 1],
  ['SEK', 20],
  ['SGD', 2],
  ['THB', 20],
  ['TWD', 100],
  ['USD', 1],
  ['ZAR', 10],
]);

export function isNote(value: Money, { code, digits }: Currency): boolean {
  return value >= Math.round((SMALLEST_NOTE.get(code) ?? UNITS_MIN) * 10 ** digits);
}
