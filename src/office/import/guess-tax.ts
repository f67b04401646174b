/** Which of the business's tax classes a file's word for a tax most likely means; a person looks it over. Pure. */
import type { BasisPoints } from '../../domain/tax-rate.ts';

export interface RatedClass {
  readonly id: string;
  /** Today. */
  readonly rate: BasisPoints;
}

/** @returns null when nothing speaks for one. */
export function guessTax(word: string, classes: readonly RatedClass[]): string | null {
  const plain = word.trim().toLowerCase();
  const named = classes.find(({ id }) => id.toLowerCase() === plain);
  if (named !== undefined) return named.id;
  if (TAXED.test(plain)) return highestOf(classes);
  const rate = rateIn(plain);
  if (rate !== null) return classes.find((one) => one.rate === rate)?.id ?? null;
  return classes.find(({ id }) => plain.includes(id.toLowerCase()))?.id ?? null;
}

/** A file that says only whether a product is taxed means the shop's usual rate. */
const TAXED = /^(true|yes|y|taxable|taxed|1)$/;

function highestOf(classes: readonly RatedClass[]): string | null {
  const rates = classes.map(({ rate }) => rate);
  return classes.find(({ rate }) => rate === Math.max(...rates))?.id ?? null;
}

function rateIn(word: string): number | null {
  if (/^(false|no|none|n|no tax|exempt|untaxed|not taxable|0)$/.test(word)) return 0;
  const [, whole, , fraction = ''] = /(\d{1,3})([.,](\d{1,2}))?\s*%/.exec(word) ?? [];
  return whole === undefined ? null : Number(whole + fraction.padEnd(2, '0'));
}
