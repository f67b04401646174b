/** Taxes the lines of a sale by the shop's named policy. */
import { money } from './money.ts';
import { divideRounded } from './rounding.ts';
import type { TaxedAmount } from './sale.ts';
import { WHOLE_SHARE, type TaxPolicy } from './tax-rate.ts';
import { taxReceipt, type ExactLine, type WholeAmount } from './tax-receipt.ts';

/** The same lines, each with its taxed amount; these add up to the totals, whatever the policy. */
export function taxLines<Line extends ExactLine>(
  lines: readonly Line[],
  scale: bigint,
  policy: TaxPolicy,
): (Line & TaxedAmount)[] {
  const whole =
    policy.rounding === 'perLine'
      ? lines.map((line) => ({ line, ...taxLine(line, scale, policy.pricesIncludeTax) }))
      : taxReceipt(lines, scale, policy.pricesIncludeTax);
  return whole.map(({ line, gross, tax }) => ({ ...line, ...taxedAmount(gross, tax) }));
}

/** The line's amount is rounded first, then the tax of that whole amount, so anyone can check it from the receipt. */
function taxLine({ amount, taxRate }: ExactLine, scale: bigint, pricesIncludeTax: boolean): WholeAmount {
  const stated = divideRounded(amount, scale);
  const points = BigInt(taxRate);
  if (pricesIncludeTax) return { gross: stated, tax: divideRounded(stated * points, WHOLE_SHARE + points) };
  const tax = divideRounded(stated * points, WHOLE_SHARE);
  return { gross: stated + tax, tax };
}

function taxedAmount(gross: bigint, tax: bigint): TaxedAmount {
  return { net: money(Number(gross - tax)), tax: money(Number(tax)), gross: money(Number(gross)) };
}
