/** The Sell screen's state in the trial shop: a handful of products, some of them awkward, and keys as a scanner sends them. */
import type { Product } from '../domain/catalogue.ts';
import { startSale } from '../domain/open-sale.ts';
import type { ShopPolicy } from '../domain/shop-policy.ts';
import type { CatalogueOverlay } from '../local-db/catalogue-db.ts';
import type { FoundProducts, LoadedCatalogue } from '../local-db/catalogue-in-worker.ts';
import { packProducts } from '../local-db/packed-products.ts';
import { searchBase, searchCatalogue } from '../local-db/search-catalogue.ts';
import { makeProductIndex } from '../till/sell/product-index.ts';
import { searchedText } from '../till/sell/scan-box.ts';
import { startSelling, type SellContext, type SellEvent, type SellState } from '../till/sell/sell-state.ts';
import { sellStep } from '../till/sell/sell-step.ts';
import { trialProduct, trialTerms } from './trial-shop.ts';

export const MUG = trialProduct({
  id: 'mug',
  sku: '85123A',
  name: 'Enamel mug, blue rim',
  barcodes: ['2000000000015'],
});
/** Differs from the mug's code in case only. */
export const MUG_SET = trialProduct({ id: 'mug-set', sku: '85123a', name: 'Enamel mugs, set of six' });
export const CANDLE = trialProduct({ id: 'candle', sku: 'CAN-001', name: 'Beeswax candle, tall' });
export const POSTAGE = trialProduct({ id: 'postage', sku: 'POST', name: 'Postage' });
export const BEANS = trialProduct({ id: 'beans', sku: 'BEANS', name: 'Beans, weighed', unit: 'kg' });
export const WRAP = trialProduct({ id: 'wrap', sku: 'WRAP', name: 'Gift wrap', prices: [] });
export const UNTAXED = trialProduct({
  id: 'untaxed',
  sku: 'UNTAXED',
  tax: { is: 'single', class: 'nobody-knows' },
});
/** Two products that share a barcode. */
export const TEA = trialProduct({ id: 'tea', sku: 'TEA-1', name: 'Tea, loose', barcodes: ['4006381333931'] });
export const TEA_BOX = trialProduct({
  id: 'tea-box',
  sku: 'TEA-2',
  name: 'Tea, box',
  barcodes: ['4006381333931'],
});

const ALL = [MUG, MUG_SET, CANDLE, POSTAGE, BEANS, WRAP, UNTAXED, TEA, TEA_BOX];

export interface TrialCounter extends SellContext {
  readonly search: (text: string) => FoundProducts;
}

/** What the worker would have read. */
export function trialCatalogue(
  products: readonly Product[],
  {
    overlay = [],
    favourites = [],
  }: { overlay?: readonly CatalogueOverlay[]; favourites?: readonly string[] } = {},
): LoadedCatalogue {
  const categories = [{ id: 'things', name: 'Things', colour: '#123456', rank: 1 }];
  const head = { generation: 1, epoch: 'epoch-1', version: 7, cursor: '', overlays: overlay.length };
  return { head: { ...head, categories, favourites }, base: packProducts(products), overlay };
}

export function trialCounter(policy: Partial<ShopPolicy> = {}, products = ALL): TrialCounter {
  const index = makeProductIndex(trialCatalogue(products, { favourites: ['mug', 'gone'] }));
  const { find } = searchCatalogue(searchBase(products), []);
  return { index, terms: trialTerms(policy), search: (text) => find(text, 40) };
}

export function startTrial(context: SellContext): SellState {
  return startSelling(startSale('sale-1'), context.terms);
}

/** Search answers before the next key comes. */
export function after(
  context: TrialCounter,
  events: readonly SellEvent[],
  from = startTrial(context),
): SellState {
  return events.reduce((state, event) => answered(sellStep(state, event, context), context), from);
}

function answered(state: SellState, context: TrialCounter): SellState {
  const text = searchedText(state.box);
  if (text === '' || text === state.answer?.text) return state;
  const { ids, found } = context.search(text);
  const products = ids.flatMap((id) => context.index.byId(id) ?? []);
  return sellStep(state, { is: 'found', answer: { text, products, found } }, context);
}

/** The keys of a code and the Enter a scanner sends after it. */
export function scanned(text: string): SellEvent[] {
  return [...typed(text), { is: 'enter' }];
}

export function typed(text: string): SellEvent[] {
  return Array.from(text, (key) => ({ is: 'key', key }));
}

/** What the basket says: quantity in pieces or kilograms, and the product. */
export function basketOf(state: SellState): string[] {
  return state.sale.lines.map((line) => `${line.quantity / 1000} ${line.product}`);
}
