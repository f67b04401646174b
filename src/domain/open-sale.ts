/** An open sale and how commands change it. Every change raises the revision; a refusal changes nothing. */
import { changeLines } from './change-lines.ts';
import { checkSale } from './check-sale.ts';
import type { SaleTerms } from './price-sale.ts';
import { isRefusal, type Refusal } from './refusal.ts';
import type { OpenSale } from './sale.ts';
import type { SaleCommand } from './sale-command.ts';

/** @param sale a UUIDv7 made for this sale: the id that keeps it from being written twice */
export function startSale(sale: string): OpenSale {
  return { sale, revision: 0, place: 'takeAway', lines: [], nextLine: 1 };
}

/** A command that comes to nothing, as setting the same quantity, gives the same sale back. */
export function changeSale(sale: OpenSale, command: SaleCommand, terms: SaleTerms): OpenSale | Refusal {
  const changed = changeLines(sale, command, terms);
  if (isRefusal(changed) || changed === sale) return changed;
  const refusal = onlyTakesAway(command) ? null : checkSale(changed, terms);
  return refusal ?? { ...changed, revision: sale.revision + 1 };
}

/** Taking lines away is never refused, so a sale that cannot be priced can be mended. */
function onlyTakesAway(command: SaleCommand): boolean {
  return command.is === 'removeLine' || command.is === 'empty';
}
