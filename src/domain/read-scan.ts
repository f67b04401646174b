/** What a scanned or typed code says: under which codes the product may be known, and how much of it or for how much. */
import { readEmbedded } from './embedded-barcode.ts';
import { gs1Date, gs1Figure, GS1_SEPARATOR, parseGs1, type Gs1Element } from './gs1.ts';
import { expandUpcE, gtinForms, isGtin } from './gtin.ts';
import { money, type Money } from './money.ts';
import { quantity, type Quantity } from './quantity.ts';
import type { ShopPolicy } from './shop-policy.ts';
import type { Day } from './trading-day.ts';

export type ScannedAmount =
  | { readonly is: 'weight'; readonly quantity: Quantity }
  | { readonly is: 'price'; readonly price: Money }
  | { readonly is: 'count'; readonly count: number };

export interface ScanReading {
  /** The first that is known means the product. */
  readonly codes: readonly string[];
  /** Null when the code says only what it is. */
  readonly amount: ScannedAmount | null;
  /** After this day it must not be sold. */
  readonly useBy: Day | null;
}

export type ScanPolicy = Pick<ShopPolicy, 'embeddedBarcodes' | 'currency'>;

/** What AIM calls the carriers of GS1 data: GS1-128, DataBar, GS1 DataMatrix, GS1 QR, GS1 DotCode. */
const GS1_CARRIER = /^\](C1|e[0-3]|d2|Q3|J1)/;
const ANY_CARRIER = /^\][A-Za-z][0-9A-Za-z]/;

export function readScan(text: string, policy: ScanPolicy, thisYear: number): ScanReading {
  const code = text.replace(ANY_CARRIER, '');
  return readGs1(text, code, policy, thisYear) ?? readPlain(code, policy);
}

function readPlain(code: string, { embeddedBarcodes = [] }: ScanPolicy): ScanReading {
  const upc = expandUpcE(code);
  const whole = [code, ...gtinForms(code), ...(upc === null ? [] : gtinForms(upc))];
  const label = readEmbedded(code, embeddedBarcodes);
  if (label === null) return { codes: distinct(whole), amount: null, useBy: null };
  const amount =
    label.is === 'price'
      ? ({ is: 'price', price: money(label.value) } as const)
      : ({ is: 'weight', quantity: quantity(label.value) } as const);
  return { codes: distinct(label.itemCodes), amount, useBy: null };
}

function readGs1(text: string, code: string, policy: ScanPolicy, thisYear: number): ScanReading | null {
  const elements = isMeantAsGs1(text, code) ? parseGs1(code) : null;
  const item = elements?.find(({ ai, value }) => (ai === '01' || ai === '02') && isGtin(value));
  if (elements === null || item === undefined) return null;
  const useBy = elements.find(({ ai }) => ai === '17');
  return {
    codes: distinct([...gtinForms(item.value), code]),
    amount: priceIn(elements, policy) ?? weightIn(elements) ?? countIn(elements),
    useBy: useBy === undefined ? null : gs1Date(useBy.value, thisYear),
  };
}

/** Some scanners name the carrier, some send separators; else a GTIN behind 01 or 02 must have its check digit right. */
function isMeantAsGs1(text: string, code: string): boolean {
  if (GS1_CARRIER.test(text) || code.includes(GS1_SEPARATOR) || code.startsWith('(')) return true;
  return /^0[12]\d{14}/.test(code) && isGtin(code.slice(2, 16));
}

/** Kilograms (310n) or pounds (320n), to the gram. */
function weightIn(elements: readonly Gs1Element[]): ScannedAmount | null {
  const weight = elements.find(({ ai }) => /^3[12]0\d$/.test(ai));
  if (weight === undefined) return null;
  const { digits, decimals } = gs1Figure(weight);
  const gramsPerUnit = weight.ai.startsWith('310') ? 1000 : 453.592_37;
  return { is: 'weight', quantity: quantity(Math.round((digits * gramsPerUnit) / 10 ** decimals)) };
}

/** The price to pay, in the shop's money (392n) or with its currency (393n), which must be the shop's. */
function priceIn(elements: readonly Gs1Element[], { currency }: ScanPolicy): ScannedAmount | null {
  const price = elements.find(({ ai }) => /^39[23]\d$/.test(ai));
  if (price === undefined) return null;
  const namesCurrency = price.ai.startsWith('393');
  if (namesCurrency && CURRENCY_NUMBERS[price.value.slice(0, 3)] !== currency.code) return null;
  const value = namesCurrency ? price.value.slice(3) : price.value;
  const { digits, decimals } = gs1Figure({ ai: price.ai, value });
  const minorUnits = Math.round(digits * 10 ** (currency.digits - decimals));
  return Number.isSafeInteger(minorUnits) ? { is: 'price', price: money(minorUnits) } : null;
}

/** How many are in it (30), or in the case (37). */
function countIn(elements: readonly Gs1Element[]): ScannedAmount | null {
  const count = Number(elements.find(({ ai }) => ai === '30' || ai === '37')?.value ?? 0);
  return count > 0 ? { is: 'count', count } : null;
}

/** ISO 4217 by number, of the currencies that priced labels are printed in. */
const CURRENCY_NUMBERS: Readonly<Record<string, string>> = {
  '036': 'AUD',
  '124': 'CAD',
  '203': 'CZK',
  '208': 'DKK',
  '348': 'HUF',
  '392': 'JPY',
  '414': 'KWD',
  '554': 'NZD',
  '578': 'NOK',
  '710': 'ZAR',
  '752': 'SEK',
  '756': 'CHF',
  '826': 'GBP',
  '840': 'USD',
  '978': 'EUR',
  '985': 'PLN',
};

function distinct(codes: readonly string[]): readonly string[] {
  return [...new Set(codes)];
}
