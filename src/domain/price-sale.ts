/** Prices an open sale: what each line costs on the trading day, with its tax, and the totals the lines add up to. */
import type { Discount } from './discount.ts';
import { discountLines, type DiscountedLine } from './discount-lines.ts';
import { NO_MONEY } from './money.ts';
import { QUANTITY_ONE_UNIT } from './quantity.ts';
import { rateLine, type RatedLine } from './rate-line.ts';
import { isRefusal, type Refusal } from './refusal.ts';
import { returnedAmount, returnedOf } from './returned-amount.ts';
import type { AsSold, OpenLine, OpenSale, PricedLine, PricedSale, TaxedAmount } from './sale.ts';
import { saleTotals } from './sale-totals.ts';
import type { ShopPolicy } from './shop-policy.ts';
import { taxLines } from './tax-lines.ts';
import type { Day } from './trading-day.ts';

/** What a sale is priced by. `day` is the trading day of the shift it belongs to. */
export interface SaleTerms {
  readonly policy: ShopPolicy;
  readonly day: Day;
  readonly catalogueVersion: number;
}

/** Refuses with `no-tax-rate` and `amount-too-large`; a sale without lines comes to nothing. */
export function priceSale(sale: OpenSale, terms: SaleTerms): PricedSale | Refusal {
  const rated: RatedLine[] = [];
  for (const line of sale.lines) {
    const ratedLine = rateLine(line, sale.place, terms);
    if (isRefusal(ratedLine)) return ratedLine;
    rated.push(ratedLine);
  }
  const lines = [...priceOfTheDay(rated, sale.discount, terms), ...priceAsSold(rated)].sort(
    (one, other) => one.line - other.line,
  );
  return { lines, totals: saleTotals(lines) };
}

function priceOfTheDay(
  rated: readonly RatedLine[],
  discount: Discount | undefined,
  { policy }: SaleTerms,
): PricedLine[] {
  const ofTheDay = discountLines(
    rated.filter(({ line }) => line.rate.is === 'ofTheDay'),
    discount,
  );
  return taxLines(ofTheDay, BigInt(QUANTITY_ONE_UNIT), policy.tax).map((taxed) => pricedLine(taxed, taxed));
}

function priceAsSold(rated: readonly RatedLine[]): PricedLine[] {
  const lines = rated.map(({ line }) => line);
  return rated.flatMap((one, index) =>
    one.line.rate.is === 'asSold'
      ? [pricedLine(undiscounted(one), amountAsSold(one.line, one.line.rate, lines.slice(0, index)))]
      : [],
  );
}

/** It comes after all that came back before it: in earlier sales, and on earlier lines of this one. */
function amountAsSold(line: OpenLine, sold: AsSold, earlier: readonly OpenLine[]): TaxedAmount {
  return returnedAmount(sold, sold.alreadyReturned + returnedOf(line.origin, earlier), 0 - line.quantity);
}

/** What was off when it was sold is in the amounts it was sold at. */
function undiscounted(rated: RatedLine): DiscountedLine {
  return { ...rated, off: NO_MONEY, basketOff: NO_MONEY };
}

function pricedLine(discounted: DiscountedLine, { net, tax, gross }: TaxedAmount): PricedLine {
  const { line, taxClass, taxRate } = discounted;
  return {
    line: line.line,
    product: line.product,
    sku: line.sku,
    name: line.name,
    unit: line.unit,
    quantity: line.quantity,
    unitPrice: line.unitPrice,
    priceFrom: line.priceFrom,
    ...(line.listPrice === undefined ? {} : { listPrice: line.listPrice }),
    catalogueVersion: line.catalogueVersion,
    ...discountsOf(discounted),
    ...(line.note === undefined ? {} : { note: line.note }),
    taxClass,
    taxRate,
    net,
    tax,
    gross,
    origin: line.origin,
  };
}

function discountsOf({
  line,
  off,
  basketOff,
}: DiscountedLine): Pick<PricedLine, 'discount' | 'basketDiscount'> {
  return {
    ...(line.discount === undefined ? {} : { discount: { ...line.discount, taken: off } }),
    ...(basketOff === 0 ? {} : { basketDiscount: basketOff }),
  };
}
