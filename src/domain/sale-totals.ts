/** Adds taxed amounts up: lines to a receipt's totals, receipts to a shift's. Nothing is rounded here. */
import { addMoney, NO_MONEY } from './money.ts';
import type { RateTotal, SaleTotals, TaxedAmount } from './sale.ts';
import type { BasisPoints } from './tax-rate.ts';

export const NOTHING_TAXED: TaxedAmount = { net: NO_MONEY, tax: NO_MONEY, gross: NO_MONEY };

export function saleTotals(lines: readonly (TaxedAmount & { readonly taxRate: BasisPoints })[]): SaleTotals {
  const byRate = addRates(lines.map(({ taxRate, net, tax, gross }) => ({ rate: taxRate, net, tax, gross })));
  return { ...byRate.reduce(addTaxed, NOTHING_TAXED), byRate };
}

/** One row per rate, the lowest rate first. */
export function addRates(rows: readonly RateTotal[]): RateTotal[] {
  const byRate = new Map<BasisPoints, TaxedAmount>();
  for (const row of rows) byRate.set(row.rate, addTaxed(byRate.get(row.rate) ?? NOTHING_TAXED, row));
  return [...byRate]
    .map(([rate, amount]) => ({ rate, ...amount }))
    .sort((left, right) => left.rate - right.rate);
}

export function addTaxed(left: TaxedAmount, right: TaxedAmount): TaxedAmount {
  return {
    net: addMoney(left.net, right.net),
    tax: addMoney(left.tax, right.tax),
    gross: addMoney(left.gross, right.gross),
  };
}
