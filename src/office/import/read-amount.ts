/** Prices as files write them, to whole minor units without a float between. Pure. */
import { money, type Money } from '../../domain/money.ts';
import { UNIT_PRICE_MAX } from '../../domain/sale-limits.ts';

export type DecimalMark = '.' | ',';

/**
 * The decimal mark of a file: what its prices say without doubt, most of all. *1.234,50* and *2,5* say a comma; *12,99* does, and *1,234*
 * says nothing.
 */
export function decimalMarkOf(amounts: readonly string[]): DecimalMark {
  let balance = 0;
  for (const amount of amounts) {
    const last = /([.,])(\d+)\D*$/.exec(amount);
    const isClear = last !== null && (last[2]?.length !== 3 || hasBoth(amount));
    if (isClear) balance += last[1] === ',' ? 1 : -1;
  }
  return balance > 0 ? ',' : '.';
}

/** @returns null for what is no such price; a fraction finer than the currency is none, unless it is zeros. */
export function readAmount(text: string, mark: DecimalMark, digits: number): Money | null {
  const bare = text.replaceAll(/[\s\u00a0\u202f'’]|[A-Z]{3}|\p{Sc}/gu, '');
  const [, whole = '', fraction = ''] = (mark === '.' ? POINT : COMMA).exec(bare) ?? [];
  const figures = whole.replaceAll(/[.,]/g, '');
  const kept = fraction.slice(0, digits).padEnd(digits, '0');
  if (figures === '' || /[1-9]/.test(fraction.slice(digits))) return null;
  const sum = BigInt(figures + kept);
  return sum > BigInt(UNIT_PRICE_MAX) ? null : money(Number(sum));
}

const POINT = /^(\d+|\d{1,3}(?:,\d{3})+)(?:\.(\d*))?$/;
const COMMA = /^(\d+|\d{1,3}(?:\.\d{3})+)(?:,(\d*))?$/;

function hasBoth(amount: string): boolean {
  return amount.includes('.') && amount.includes(',');
}
