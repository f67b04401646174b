/** The sums people really hand over for what is due: exactly it, then rounded up to what notes and coins make. */
import { money, type Money } from './money.ts';
import { divideAwayFromZero } from './rounding.ts';
import type { Currency } from './shop-policy.ts';
import { roundCash } from './tender.ts';

const SUMS_MAX = 4;
/** Nobody counts out more pieces of one kind than this. */
const PIECES_MAX = 6;

/** Exact first, then rising; at most four. None when nothing is to be paid; nothing, where the due rounds to it. */
export function cashSums(due: Money, currency: Currency): Money[] {
  if (due <= 0) return [];
  const exact = roundCash(due, currency);
  const raised = handyPieces(exact, currency).map((value) => raiseTo(value, exact));
  return [...new Set([exact, ...raised.sort((one, other) => one - other)])].slice(0, SUMS_MAX);
}

/** Pieces that make the sum in a few; of a large sum, the largest piece. Those that cash rounding leaves out are no use. */
function handyPieces(sum: Money, { denominations, cashStep }: Currency): Money[] {
  const usable = denominations.filter((value) => value % cashStep === 0);
  return usable.filter((value, index) => index === 0 || value * PIECES_MAX >= sum);
}

function raiseTo(step: Money, amount: Money): Money {
  return money(Number(divideAwayFromZero(BigInt(amount), BigInt(step))) * step);
}
