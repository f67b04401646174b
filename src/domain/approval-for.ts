/** Which sales need a manager, and the act that the manager's approval is bound to. */
import { isOverDiscountLimit } from './discount-limit.ts';
import type { ApprovalReason } from './refusal.ts';
import { isRefusal } from './refusal.ts';
import { priceSale, type SaleTerms } from './price-sale.ts';
import type { Role } from './role.ts';
import type { OpenLine, OpenSale, PricedLine, PricedSale } from './sale.ts';
import { daysBetween } from './trading-day.ts';

export interface ApprovalNeed {
  /** Stable text of what would be done; one change in the sale makes another text. */
  readonly act: string;
  readonly why: ApprovalReason;
}

/**
 * Null when nobody needs to approve, or when the sale cannot be priced and so not be completed either.
 * @param role of the person at the till
 */
export function approvalFor(sale: OpenSale, terms: SaleTerms, role: Role): ApprovalNeed | null {
  const priced = priceSale(sale, terms);
  if (isRefusal(priced)) return null;
  const why = reasonFor(sale, priced, terms, role);
  return why === null ? null : { act: actOf(sale, priced, why), why };
}

function reasonFor(
  sale: OpenSale,
  priced: PricedSale,
  { policy, day }: SaleTerms,
  role: Role,
): ApprovalReason | null {
  const { days, limit } = policy.refundWithoutManager;
  if (sale.lines.some((line) => line.origin.is === 'returnedWithoutReceipt')) return 'return-without-receipt';
  if (sale.lines.some((line) => isOlderThan(days, line, day))) return 'return-too-old';
  if (givenBack(priced) > limit) return 'return-over-limit';
  return isOverDiscountLimit(sale, priced, policy, role) ? 'discount-over-limit' : null;
}

function isOlderThan(days: number, line: OpenLine, day: string): boolean {
  return line.rate.is === 'asSold' && daysBetween(line.rate.day, day) > days;
}

/** The value of all that comes back, above zero, whatever new goods cost. */
function givenBack({ lines }: PricedSale): number {
  return lines.filter((line) => line.quantity < 0).reduce((sum, line) => sum - line.gross, 0);
}

function actOf(sale: OpenSale, { lines, totals }: PricedSale, why: ApprovalReason): string {
  const parts = lines.map((line) => lineText(line));
  return [why, sale.sale, `revision ${sale.revision}`, ...parts, `gross ${totals.gross}`].join('; ');
}

function lineText({ line, product, quantity, gross }: PricedLine): string {
  return `line ${line} ${product} ${quantity} ${gross}`;
}
