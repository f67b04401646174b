/** How measurements of one thing lie, as the tables show it. */
import { milliseconds } from './milliseconds.ts';
import { percentile } from './percentile.ts';

export interface Spread {
  readonly median: number;
  readonly p95: number;
  readonly rounds: number;
}

export function spreadOf(figures: readonly number[]): Spread {
  return { median: percentile(figures, 0.5), p95: percentile(figures, 0.95), rounds: figures.length };
}

export function shownSpread({ median, p95, rounds }: Spread): Record<string, string> {
  return { median: milliseconds(median), p95: milliseconds(p95), rounds: String(rounds) };
}

/** How many times the reference. */
export function ratio(figure: number, reference: number): string {
  return `${(figure / reference).toFixed(2)} ×`;
}
