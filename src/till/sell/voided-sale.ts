/** An emptied basket is over once it can no longer be taken back: then it is told as a fact. Pure. */
import type { SaleVoided } from '../../domain/fact-body.ts';
import type { SellNotice, SellState } from './sell-state.ts';

/** What was emptied for good by the step from `before` to `now`; null when nothing was, or while it can be taken back. */
export function voidedSale(before: SellNotice | null, now: SellState): SaleVoided | null {
  if (before?.is !== 'emptied' || now.notice === before || now.sale.sale === before.sale.sale) return null;
  const { sale, gross } = before;
  return { sale: sale.sale, why: 'emptied', lines: sale.lines.length, gross };
}
