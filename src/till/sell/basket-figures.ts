/** Small sums the Sell screen shows besides the price. */
import type { Product } from '../../domain/catalogue.ts';
import { money, type Money } from '../../domain/money.ts';
import { QUANTITY_ONE_UNIT } from '../../domain/quantity.ts';
import type { OpenLine, PricedLine } from '../../domain/sale.ts';

/** Pieces in the basket; whatever is weighed counts as one. Goods that come back count too. */
export function itemCount(lines: readonly OpenLine[]): number {
  return lines.reduce((sum, line) => sum + countOf(line), 0);
}

/** How many of each product are being sold, for the badge on its tile; every weighing counts as one. */
export function countsByProduct(lines: readonly OpenLine[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const line of lines) {
    if (line.quantity > 0) counts.set(line.product, (counts.get(line.product) ?? 0) + countOf(line));
  }
  return counts;
}

function countOf({ unit, quantity }: OpenLine): number {
  return unit === 'kg' ? 1 : Math.abs(quantity) / QUANTITY_ONE_UNIT;
}

/** Where a favourite is taxed by place the switch stands always, so that nothing moves below a finger; elsewhere with such goods. */
export function placeMatters(
  lines: readonly OpenLine[],
  favourites: readonly Pick<Product, 'tax'>[],
): boolean {
  return (
    favourites.some(({ tax }) => tax.is === 'byPlace') ||
    lines.some((line) => line.tax.is === 'byPlace' && line.rate.is === 'ofTheDay')
  );
}

/** A line costs what the label says: with tax where prices include it, else without. */
export function shownSum(line: PricedLine, pricesIncludeTax: boolean): Money {
  return pricesIncludeTax ? line.gross : line.net;
}

/** What the line shows: its own discount is off, its share of the basket's is not, for that stands in a row of its own. */
export function listedSum(line: PricedLine, pricesIncludeTax: boolean): Money {
  return money(shownSum(line, pricesIncludeTax) + (line.basketDiscount ?? 0));
}

/** What the basket's own discount comes to, above zero. */
export function basketOff(lines: readonly PricedLine[]): Money {
  return money(lines.reduce((sum, line) => sum + (line.basketDiscount ?? 0), 0));
}

export function absolute(amount: Money): Money {
  return money(Math.abs(amount));
}
