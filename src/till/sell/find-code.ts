/** What a scanned or typed code means in this shop: products, and what the code itself says of weight, price, count or date. */
import type { Product } from '../../domain/catalogue.ts';
import { readScan, type ScannedAmount } from '../../domain/read-scan.ts';
import type { SellContext } from './sell-state.ts';

export interface FoundCode {
  readonly products: readonly Product[];
  readonly amount: ScannedAmount | null;
  /** The day it must not be sold after, when that is over. */
  readonly expired: string | null;
}

const NOTHING: FoundCode = { products: [], amount: null, expired: null };

/** A code that is registered as it is means that product; only then is it taken apart. */
export function findCode(text: string, { index, terms }: SellContext): FoundCode {
  if (text === '') return NOTHING;
  const products = index.byCode(text);
  return products.length > 0 ? { ...NOTHING, products } : findTakenApart(text, { index, terms });
}

function findTakenApart(text: string, { index, terms }: SellContext): FoundCode {
  const { codes, amount, useBy } = readScan(text, terms.policy, Number(terms.day.slice(0, 4)));
  for (const code of codes) {
    const products = index.byCode(code);
    if (products.length > 0)
      return { products, amount, expired: useBy !== null && useBy < terms.day ? useBy : null };
  }
  return NOTHING;
}
