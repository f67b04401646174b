/** The sums people really hand over for what is due: exactly it, then rounded up to what notes make. */
import { money, type Money } from './money.ts';
import { divideAwayFromZero } from './rounding.ts';
import type { Currency } from './shop-policy.ts';
import { roundCash } from './tender.ts';

const SUMS_MAX = 4;
/** Nobody counts out more pieces of one kind than this. */
const PIECES_MAX = 6;

/** Exact first, then rising; at most four. None when nothing is to be paid. */
export function cashSums(due: Money, currency: Currency): Money[] {
  const exact = roundCash(due, currency);
  if (exact <= 0) return [];
  const handy = currency.denominations.filter((value, index) => index === 0 || value * PIECES_MAX >= exact);
  const raised = handy.map((value) => raiseTo(value, exact)).sort((one, other) => one - other);
  return [...new Set([exact, ...raised])].slice(0, SUMS_MAX);
}

function raiseTo(step: Money, amount: Money): Money {
  return money(Number(divideAwayFromZero(BigInt(amount), BigInt(step))) * step);
}
