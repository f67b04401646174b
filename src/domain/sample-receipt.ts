/** A sale that nobody made, for a receipt to be looked at before customers have any: priced, taxed and rounded as every other. */
import type { Product } from './catalogue.ts';
import type { ReceiptBody } from './fact-body.ts';
import { money, NO_MONEY, type Money } from './money.ts';
import { changeSale, startSale } from './open-sale.ts';
import { priceSale, type SaleTerms } from './price-sale.ts';
import { pieces, quantity } from './quantity.ts';
import { isRefusal } from './refusal.ts';
import type { OpenSale, SaleTotals, Tender } from './sale.ts';
import type { Currency, ShopPolicy } from './shop-policy.ts';
import { cashTender, dueOf, roundCash } from './tender.ts';
import type { Day } from './trading-day.ts';

export interface SampleOf {
  readonly policy: ShopPolicy;
  /** Of the shop; what cannot be sold today is left out. */
  readonly products: readonly Product[];
  readonly day: Day;
  readonly receipt: string;
  /** What is sold where no product can be; one of each tax. */
  readonly thing: string;
}

const WEIGHED = quantity(250);
/** In minor units of a currency with two digits, or with none. */
const PRICE_OF_A_THING = 250;
const THINGS_MAX = 3;

export function sampleReceipt({ policy, products, day, receipt, thing }: SampleOf): ReceiptBody {
  const terms = { policy, day, catalogueVersion: 0 };
  const own = ringUp(products, terms);
  const sale = own.lines.length > 0 ? own : ringUp(thingsOf(policy, thing, day), terms);
  const priced = priceSale(sale, terms);
  const { lines, totals } = isRefusal(priced) ? { lines: [], totals: NOTHING_SOLD } : priced;
  const paid = payInNotes(totals, policy.currency);
  const { place } = sale;
  return { sale: sale.sale, shift: 'sample', receipt, place, lines, totals, ...paid };
}

const NOTHING_SOLD: SaleTotals = { net: NO_MONEY, tax: NO_MONEY, gross: NO_MONEY, byRate: [] };

/** The first one twice, so that a quantity can be seen. */
function ringUp(products: readonly Product[], terms: SaleTerms): OpenSale {
  return products.reduce((sale, product) => {
    const many = product.unit === 'kg' ? WEIGHED : pieces(sale.lines.length === 0 ? 2 : 1);
    const rung = changeSale(sale, { is: 'addProduct', product, quantity: many, price: null }, terms);
    return isRefusal(rung) ? sale : rung;
  }, startSale('sample'));
}

function thingsOf({ taxRates, currency }: ShopPolicy, name: string, day: Day): Product[] {
  const classes = [...new Set(taxRates.map((rate) => rate.class))].slice(0, THINGS_MAX);
  const price = money(PRICE_OF_A_THING * 10 ** Math.max(0, currency.digits - 2));
  return classes.map((taxClass) => ({
    ...{ id: taxClass, sku: taxClass, name: `${name} (${taxClass})`, category: 'sample', barcodes: [] },
    unit: 'each' as const,
    prices: [{ from: day, price }],
    tax: { is: 'single' as const, class: taxClass },
  }));
}

/** In the smallest note or coin that is enough, so that change can be seen. */
function payInNotes(
  totals: SaleTotals,
  currency: Currency,
): { readonly tenders: readonly Tender[]; readonly cashRounding: Money } {
  const due = dueOf(totals, []);
  const rounded = roundCash(due, currency);
  const enough = currency.denominations.filter(
    (value) => value >= rounded && value % currency.cashStep === 0,
  );
  const cash = cashTender(due, enough.at(-1) ?? rounded, currency);
  return isRefusal(cash)
    ? { tenders: [], cashRounding: NO_MONEY }
    : { tenders: [cash.tender], cashRounding: cash.rounding };
}
