/**
 * A receipt as rows, the same for screen and paper: what the law asks of a VAT receipt, and no words; the labels of rows
 * belong to the screens.
 */
import type { Discount } from './discount.ts';
import type { ReceiptBody } from './fact-body.ts';
import { money, negateMoney, type Money } from './money.ts';
import type { Quantity } from './quantity.ts';
import type { LineOrigin, PricedLine, RateTotal, Tender } from './sale.ts';
import type { ReceiptKind } from './shift-totals.ts';
import type { ShopPolicy } from './shop-policy.ts';
import type { BasisPoints } from './tax-rate.ts';
import type { Day } from './trading-day.ts';

export interface ReceiptToShow {
  readonly kind: ReceiptKind;
  readonly body: ReceiptBody;
  readonly policy: ShopPolicy;
  readonly day: Day;
  /** Milliseconds since 1970, anchored clock; shown in the shop's time zone. */
  readonly anchoredMs: number;
  /** Name of the clerk as receipts show it. */
  readonly servedBy: string;
  /** Short code of the fact's hash. */
  readonly code: string;
  readonly isCopy: boolean;
  /** A receipt unless told. */
  readonly paper?: Paper;
}

/** gift: what was bought, and no price; invoice: a full VAT invoice to a customer, whose name no fact keeps. */
export type Paper =
  | { readonly is: 'receipt' }
  | { readonly is: 'gift' }
  | { readonly is: 'invoice'; readonly customer: readonly string[] };

export type ReceiptRow =
  | { readonly is: 'copy' }
  | { readonly is: 'title'; readonly of: 'gift' | 'invoice' }
  | { readonly is: 'customer'; readonly lines: readonly string[] }
  | { readonly is: 'gift'; readonly name: string; readonly quantity: Quantity; readonly unit: 'each' | 'kg' }
  /** What the law asks of an invoice beside each line: its price before VAT, and the rate. */
  | { readonly is: 'lineTax'; readonly net: Money; readonly rate: BasisPoints }
  | { readonly is: 'business'; readonly name: string }
  | { readonly is: 'shop'; readonly name: string }
  | { readonly is: 'address'; readonly text: string }
  | { readonly is: 'vatNumber'; readonly number: string }
  | { readonly is: 'number'; readonly kind: ReceiptKind; readonly receipt: string }
  | { readonly is: 'moment'; readonly day: Day; readonly anchoredMs: number; readonly timeZone: string }
  | { readonly is: 'servedBy'; readonly name: string }
  | { readonly is: 'eatIn' }
  | ReceiptLineRow
  /** To the line above. */
  | { readonly is: 'note'; readonly text: string }
  /** Off the line above, or off the basket; `amount` is below zero. */
  | {
      readonly is: 'discount';
      readonly of: 'line' | 'basket';
      readonly discount: Discount;
      readonly amount: Money;
    }
  | { readonly is: 'net'; readonly amount: Money }
  | { readonly is: 'tax'; readonly amount: Money }
  | { readonly is: 'total'; readonly amount: Money }
  | { readonly is: 'cashRounding'; readonly amount: Money }
  | { readonly is: 'card'; readonly amount: Money }
  | { readonly is: 'cash'; readonly amount: Money }
  | { readonly is: 'change'; readonly amount: Money }
  | ({ readonly is: 'rate' } & RateTotal)
  | { readonly is: 'code'; readonly code: string }
  | { readonly is: 'rule' };

export interface ReceiptLineRow {
  readonly is: 'line';
  readonly name: string;
  readonly quantity: Quantity;
  readonly unit: 'each' | 'kg';
  /** Price and amount as the shop states prices: with tax or without; the amount before anything was taken off. */
  readonly unitPrice: Money;
  /** The catalogue's price, where another was typed in its place. */
  readonly listPrice?: Money;
  readonly amount: Money;
  readonly taxRate: BasisPoints;
  readonly origin: LineOrigin;
}

const RULE = { is: 'rule' } as const;

export function receiptDocument(receipt: ReceiptToShow): ReceiptRow[] {
  const { body, policy, paper = { is: 'receipt' } } = receipt;
  if (paper.is === 'gift') return giftRows(receipt);
  return [
    ...headRows(receipt),
    ...invoiceRows(paper),
    RULE,
    ...body.lines.flatMap((line) => [
      ...lineRows(line, policy.tax.pricesIncludeTax),
      ...(paper.is === 'invoice' ? [lineTaxRow(line)] : []),
    ]),
    ...basketDiscountRows(body),
    RULE,
    ...totalRows(body, policy.tax.pricesIncludeTax),
    ...body.tenders.flatMap(tenderRows),
    RULE,
    ...body.totals.byRate.map((rate) => ({ is: 'rate' as const, ...rate })),
    { is: 'code', code: receipt.code },
  ];
}

/** What came back is nobody's gift. */
function giftRows(receipt: ReceiptToShow): ReceiptRow[] {
  const given = receipt.body.lines.filter((line) => line.origin.is === 'sold');
  return [
    ...headRows(receipt),
    { is: 'title', of: 'gift' },
    RULE,
    ...given.map(({ name, quantity, unit }) => ({ is: 'gift' as const, name, quantity, unit })),
    RULE,
    { is: 'code', code: receipt.code },
  ];
}

function invoiceRows(paper: Paper): ReceiptRow[] {
  if (paper.is !== 'invoice') return [];
  const lines = paper.customer.map((line) => line.trim()).filter((line) => line !== '');
  return [
    { is: 'title', of: 'invoice' },
    ...(lines.length === 0 ? [] : [{ is: 'customer' as const, lines }]),
  ];
}

function lineTaxRow({ net, taxRate }: PricedLine): ReceiptRow {
  return { is: 'lineTax', net, rate: taxRate };
}

function headRows({ kind, body, policy, day, anchoredMs, servedBy, isCopy }: ReceiptToShow): ReceiptRow[] {
  return [
    ...(isCopy ? [{ is: 'copy' as const }] : []),
    { is: 'business', name: policy.businessName },
    { is: 'shop', name: policy.shopName },
    ...policy.address.map((text) => ({ is: 'address' as const, text })),
    ...(policy.vatNumber === '' ? [] : [{ is: 'vatNumber' as const, number: policy.vatNumber }]),
    { is: 'number', kind, receipt: body.receipt },
    { is: 'moment', day, anchoredMs, timeZone: policy.timeZone },
    { is: 'servedBy', name: servedBy },
    ...(body.place === 'eatIn' ? [{ is: 'eatIn' as const }] : []),
  ];
}

function lineRows(line: PricedLine, pricesIncludeTax: boolean): ReceiptRow[] {
  const { note, discount } = line;
  return [
    lineRow(line, pricesIncludeTax),
    ...(note === undefined ? [] : [{ is: 'note' as const, text: note }]),
    ...(discount === undefined ? [] : [discountRow('line', discount, discount.taken)]),
  ];
}

function lineRow(line: PricedLine, pricesIncludeTax: boolean): ReceiptLineRow {
  const { name, quantity, unit, unitPrice, listPrice, taxRate, origin } = line;
  const left = pricesIncludeTax ? line.gross : line.net;
  return {
    is: 'line',
    name,
    quantity,
    unit,
    unitPrice,
    ...(listPrice === undefined ? {} : { listPrice }),
    amount: money(left + (line.discount?.taken ?? 0) + (line.basketDiscount ?? 0)),
    taxRate,
    origin,
  };
}

/** What the lines share of it, together. */
function basketDiscountRows({ discount, lines }: ReceiptBody): ReceiptRow[] {
  const taken = lines.reduce((sum, line) => sum + (line.basketDiscount ?? 0), 0);
  return discount === undefined || taken === 0 ? [] : [discountRow('basket', discount, money(taken))];
}

function discountRow(of: 'line' | 'basket', discount: Discount, taken: Money): ReceiptRow {
  return { is: 'discount', of, discount, amount: negateMoney(taken) };
}

/** Where prices leave tax out, the total is led up to; where they include it, the rows by rate say it all. */
function totalRows({ totals, cashRounding }: ReceiptBody, pricesIncludeTax: boolean): ReceiptRow[] {
  const leadingUp: ReceiptRow[] = [
    { is: 'net', amount: totals.net },
    { is: 'tax', amount: totals.tax },
  ];
  return [
    ...(pricesIncludeTax ? [] : leadingUp),
    { is: 'total', amount: totals.gross },
    ...(cashRounding === 0 ? [] : [{ is: 'cashRounding' as const, amount: cashRounding }]),
  ];
}

/** Cash taken shows what was handed over, then the change; what is given back is below zero. */
function tenderRows(tender: Tender): ReceiptRow[] {
  if (tender.is === 'card' || tender.amount < 0) return [{ is: tender.is, amount: tender.amount }];
  return [
    ...(tender.handed === 0 ? [] : [{ is: 'cash' as const, amount: tender.handed }]),
    ...(tender.change === 0 ? [] : [{ is: 'change' as const, amount: tender.change }]),
  ];
}
