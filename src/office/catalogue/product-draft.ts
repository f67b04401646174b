/** A product being entered, as text in fields; and the product that these fields say, or what is wrong with them. Pure. */
import {
  priceOn,
  type DatedPrice,
  type Product,
  type ProductTax,
  type Variant,
} from '../../domain/catalogue.ts';
import { productFault } from '../../domain/product-fault.ts';
import { readPrice } from '../../domain/read-price.ts';
import { isDay, type Day } from '../../domain/trading-day.ts';
import { VARIANT_OPTIONS_MAX } from '../../protocol/limits.ts';
import { decimalOf } from '../export/sheet-of-rows.ts';

export interface ProductDraft {
  readonly name: string;
  /** Empty: one is made. */
  readonly sku: string;
  readonly category: string;
  /** One a line, as a scanner types them. */
  readonly barcodes: string;
  /** `open`: the clerk types the price. */
  readonly sold: 'each' | 'kg' | 'open';
  readonly price: string;
  readonly later: readonly LaterPrice[];
  readonly tax: ProductTax;
  /** Years; empty for none. */
  readonly minimumAge: string;
  /** What it and others like it are called; empty where it stands alone. */
  readonly variantOf: string;
  /** Parted by commas. */
  readonly options: string;
}

export interface LaterPrice {
  readonly from: string;
  readonly price: string;
}

/** What the fields are read against. */
export interface ProductTerms {
  readonly today: Day;
  /** Of the currency's minor unit. */
  readonly digits: number;
  readonly taxClasses: readonly string[];
}

export type DraftFault =
  | 'noName'
  | 'noPrice'
  | 'laterPriceWrong'
  | 'twoPricesFromOneDay'
  | 'sameBarcodeTwice'
  | 'noRateForTax'
  | 'ageWrong'
  | 'variantIncomplete';

export type ReadDraft =
  | { readonly is: 'product'; readonly product: Product }
  | { readonly is: 'fault'; readonly fault: DraftFault };

const AGE_MAX = 99;
const SKU_LENGTH_MADE = 8;

export function draftOfProduct(product: Product, { today, digits }: ProductTerms): ProductDraft {
  const { name, sku, category, barcodes, unit, prices, tax, minimumAge, variant } = product;
  const now = priceOn(product, today);
  return {
    ...{ name, sku, category, tax },
    barcodes: barcodes.join('\n'),
    sold: prices.length === 0 ? 'open' : unit,
    price: now === null ? '' : decimalOf(now, digits).decimal,
    later: prices
      .filter(({ from }) => from > today)
      .map(({ from, price }) => ({ from, price: decimalOf(price, digits).decimal })),
    minimumAge: minimumAge === undefined ? '' : String(minimumAge),
    variantOf: variant?.of ?? '',
    options: variant?.options.join(', ') ?? '',
  };
}

export function emptyDraft(category: string, { taxClasses }: ProductTerms): ProductDraft {
  const tax: ProductTax = { is: 'single', class: taxClasses[0] ?? '' };
  return {
    name: '',
    sku: '',
    category,
    barcodes: '',
    sold: 'each',
    price: '',
    later: [],
    tax,
    minimumAge: '',
    variantOf: '',
    options: '',
  };
}

/** @param before the product that is changed, whose past prices stay; null for a new one. */
export function readDraft(
  draft: ProductDraft,
  id: string,
  before: Product | null,
  terms: ProductTerms,
): ReadDraft {
  if (draft.name.trim() === '') return { is: 'fault', fault: 'noName' };
  const prices = draft.sold === 'open' ? [] : readPrices(draft, before, terms);
  if (typeof prices === 'string') return { is: 'fault', fault: prices };
  const age = readAge(draft.minimumAge);
  if (age === 'ageWrong') return { is: 'fault', fault: age };
  const variant = readVariant(draft, before);
  if (variant === 'variantIncomplete') return { is: 'fault', fault: variant };
  const product: Product = {
    id,
    sku: draft.sku.trim() === '' ? id.slice(-SKU_LENGTH_MADE).toUpperCase() : draft.sku.trim(),
    name: draft.name.trim(),
    category: draft.category,
    barcodes: draft.barcodes.split(/\s+/).filter((code) => code !== ''),
    unit: draft.sold === 'kg' ? 'kg' : 'each',
    prices,
    tax: draft.tax,
    ...(age === null ? {} : { minimumAge: age }),
    ...(variant === null ? {} : { variant }),
  };
  const fault = productFault(product, new Set(terms.taxClasses));
  if (fault === null) return { is: 'product', product };
  return { is: 'fault', fault: fault === 'negativePrice' ? 'noPrice' : fault };
}

/** A price of today that is the one there was is no new one. */
function readPrices(
  draft: ProductDraft,
  before: Product | null,
  { today, digits }: ProductTerms,
): readonly DatedPrice[] | DraftFault {
  const price = readPrice(draft.price, digits);
  if (price === null) return 'noPrice';
  const isAsBefore = before !== null && priceOn(before, today) === price;
  const past = before?.prices.filter(({ from }) => (isAsBefore ? from <= today : from < today)) ?? [];
  const later: DatedPrice[] = [];
  for (const row of draft.later) {
    const laterPrice = readPrice(row.price, digits);
    if (laterPrice === null || !isDay(row.from) || row.from <= today) return 'laterPriceWrong';
    later.push({ from: row.from, price: laterPrice });
  }
  return [...past, ...(isAsBefore ? [] : [{ from: today, price }]), ...later].sort((one, other) =>
    one.from < other.from ? -1 : 1,
  );
}

function readAge(text: string): number | null | 'ageWrong' {
  if (text.trim() === '') return null;
  const age = Number(text);
  return Number.isInteger(age) && age > 0 && age <= AGE_MAX ? age : 'ageWrong';
}

/** Words with commas in them stay as they are while nobody changes them. */
function readVariant(
  { variantOf, options }: ProductDraft,
  before: Product | null,
): Variant | null | 'variantIncomplete' {
  const of = variantOf.trim();
  const held = before?.variant?.options ?? [];
  const typed = options.split(',').flatMap((word) => (word.trim() === '' ? [] : [word.trim()]));
  const words = options === held.join(', ') ? held : typed;
  if (of === '' && words.length === 0) return null;
  const isComplete = of !== '' && words.length > 0 && words.length <= VARIANT_OPTIONS_MAX;
  return isComplete ? { of, options: words } : 'variantIncomplete';
}
