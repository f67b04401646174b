/** What a manager has to agree to before this basket's money moves: by the shop's rules, or because the lease is over. */
import { approvalFor } from '../../domain/approval-for.ts';
import { priceOn } from '../../domain/catalogue.ts';
import type { ApprovalReason } from '../../domain/refusal.ts';
import type { OpenLine, OpenSale } from '../../domain/sale.ts';
import type { Lease } from '../../identity/lease.ts';
import { mayAlone } from '../../identity/permissions.ts';
import type { Person } from '../till-context.ts';
import type { SellContext } from './sell-state.ts';

export interface ChargeNeed {
  /** The exact text of what is agreed to; one change in the basket makes another text. */
  readonly act: string;
  readonly why: ApprovalReason | 'out-of-contact';
}

export function chargeNeed(
  sale: OpenSale,
  context: SellContext,
  role: Person['role'],
  lease: Lease,
): ChargeNeed | null {
  return approvalFor(sale, context.terms, role) ?? needOutOfContact(sale, context, role, lease);
}

function needOutOfContact(
  sale: OpenSale,
  context: SellContext,
  role: Person['role'],
  lease: Lease,
): ChargeNeed | null {
  const refunds = sale.lines.filter((line) => line.quantity < 0);
  const changed = sale.lines.filter((line) => isChangedPrice(line, context));
  const mayRefund = refunds.length === 0 || mayAlone(role, 'refund', lease);
  const mayChange = changed.length === 0 || mayAlone(role, 'changePrice', lease);
  if (mayRefund && mayChange) return null;
  const lines = [...refunds, ...changed].map(
    ({ line, quantity, unitPrice }) => `${line} ${quantity} ${unitPrice}`,
  );
  const act = ['out-of-contact', sale.sale, `revision ${sale.revision}`, ...lines].join('; ');
  return { act, why: 'out-of-contact' };
}

/** A product without a price of its own has to be typed: that changes nothing. */
function isChangedPrice(line: OpenLine, { index, terms }: SellContext): boolean {
  const product = index.byId(line.product);
  return line.priceFrom === 'typed' && product !== undefined && priceOn(product, terms.day) !== null;
}
