/** What a basket would be after some commands, before they are carried out: for the sums and warnings on a sheet. */
import { approvalFor } from '../../domain/approval-for.ts';
import { changeSale } from '../../domain/open-sale.ts';
import { priceSale, type SaleTerms } from '../../domain/price-sale.ts';
import { isRefusal, type Refusal } from '../../domain/refusal.ts';
import type { Role } from '../../domain/role.ts';
import type { OpenSale, PricedSale } from '../../domain/sale.ts';
import type { SaleCommand } from '../../domain/sale-command.ts';

export interface TriedSale {
  readonly is: 'tried';
  readonly priced: PricedSale;
  /** More is taken off than this role may take off alone. */
  readonly asksManager: boolean;
}

export function tryCommands(
  sale: OpenSale,
  commands: readonly SaleCommand[],
  terms: SaleTerms,
  role: Role,
): TriedSale | Refusal {
  let tried = sale;
  for (const command of commands) {
    const changed = changeSale(tried, command, terms);
    if (isRefusal(changed)) return changed;
    tried = changed;
  }
  const priced = priceSale(tried, terms);
  if (isRefusal(priced)) return priced;
  const asksManager = approvalFor(tried, terms, role)?.why === 'discount-over-limit';
  return { is: 'tried', priced, asksManager };
}
