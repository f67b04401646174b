/** Turns rows of the file into the receipts a till can ring, and says which rows it cannot and why. */
import type { RetailRow } from './retail-file.ts';

export interface DrillLine {
  readonly code: string;
  /** Pieces; always above zero, a refund's lines come back. */
  readonly pieces: number;
  readonly pence: number;
  /** False: this row's price is not the one imported, so it is typed. */
  readonly atImportedPrice: boolean;
  /** The line of an earlier receipt of the plan that these pieces were sold on. */
  readonly against: { readonly invoice: string; readonly line: number } | null;
}

export interface DrillReceipt {
  readonly invoice: string;
  readonly is: 'sale' | 'refund';
  readonly day: string;
  readonly customer: string;
  readonly lines: readonly DrillLine[];
}

export type LeftOutReason =
  'price 0' | 'adjustment (A)' | 'fraction of a penny' | 'negative price' | 'negative outside C';

export interface DrillPlan {
  readonly receipts: readonly DrillReceipt[];
  readonly leftOut: ReadonlyMap<LeftOutReason, readonly RetailRow[]>;
}

type PricedRow = RetailRow & { readonly pence: number };
type Prices = ReadonlyMap<string, number>;

/** @param prices imported price in pence by code, see importedPrices. */
export function planDay(rows: readonly RetailRow[], day: string, prices: Prices): DrillPlan {
  return planRows(
    rows.filter((row) => row.day === day),
    prices,
  );
}

/** All receipts of these rows, which may span many days, in the order of the file. */
export function planRows(rows: readonly RetailRow[], prices: Prices): DrillPlan {
  const ringable: PricedRow[] = [];
  const leftOut = new Map<LeftOutReason, RetailRow[]>();
  for (const row of rows) {
    const judged = judgeRow(row);
    if (judged.is === 'ringable') ringable.push(judged.row);
    else leftOut.set(judged.reason, leftOut.get(judged.reason)?.concat(row) ?? [row]);
  }
  return { receipts: toReceipts(ringable, prices), leftOut };
}

/** The day's commonest price of each code, the whole file's for codes not sold that day; ties to the first seen. */
export function importedPrices(rows: readonly RetailRow[], day: string): Map<string, number> {
  const overall = commonest(rows);
  const ofTheDay = commonest(rows.filter((row) => row.day === day));
  return new Map([...overall, ...ofTheDay]);
}

function commonest(rows: readonly RetailRow[]): Map<string, number> {
  const counts = new Map<string, Map<number, number>>();
  for (const row of rows) {
    const judged = judgeRow(row);
    if (judged.is === 'leftOut') continue;
    const ofCode = counts.get(row.code) ?? new Map<number, number>();
    counts.set(row.code, ofCode.set(judged.row.pence, (ofCode.get(judged.row.pence) ?? 0) + 1));
  }
  return new Map([...counts].map(([code, ofCode]) => [code, mostCounted(ofCode)]));
}

function mostCounted(counts: ReadonlyMap<number, number>): number {
  return [...counts].reduce((best, entry) => (entry[1] > best[1] ? entry : best))[0];
}

type Judged = { is: 'ringable'; row: PricedRow } | { is: 'leftOut'; reason: LeftOutReason };

function judgeRow(row: RetailRow): Judged {
  if (row.invoice.startsWith('A')) return { is: 'leftOut', reason: 'adjustment (A)' };
  if (row.price.is === 'fraction') return { is: 'leftOut', reason: 'fraction of a penny' };
  if (row.price.pence === 0) return { is: 'leftOut', reason: 'price 0' };
  if (row.price.pence < 0) return { is: 'leftOut', reason: 'negative price' };
  if (row.quantity <= 0 && !row.invoice.startsWith('C'))
    return { is: 'leftOut', reason: 'negative outside C' };
  return { is: 'ringable', row: { ...row, pence: row.price.pence } };
}

interface SoldLine {
  readonly invoice: string;
  readonly line: number;
  left: number;
}

function toReceipts(rows: readonly PricedRow[], prices: Prices): DrillReceipt[] {
  const sold = new Map<string, SoldLine[]>();
  const receipts = new Map<string, DrillReceipt & { readonly lines: DrillLine[] }>();
  for (const row of rows) {
    const { invoice, day, customer } = row;
    const refund = invoice.startsWith('C');
    const receipt = receipts.get(invoice) ?? {
      invoice,
      is: refund ? 'refund' : 'sale',
      day,
      customer,
      lines: [],
    };
    receipt.lines.push(toLine(row, prices, refund ? takeSold(sold, row) : null));
    receipts.set(invoice, receipt);
    if (!refund) rememberSold(sold, row, receipt.lines.length);
  }
  return [...receipts.values()];
}

function toLine(row: PricedRow, prices: Prices, against: DrillLine['against']): DrillLine {
  return {
    code: row.code,
    pieces: Math.abs(row.quantity),
    pence: row.pence,
    atImportedPrice: prices.get(row.code) === row.pence,
    against,
  };
}

function soldKey(row: PricedRow): string {
  return JSON.stringify([row.customer, row.code, row.pence]);
}

function rememberSold(sold: Map<string, SoldLine[]>, row: PricedRow, line: number): void {
  if (row.customer === '') return;
  const lines = sold.get(soldKey(row)) ?? [];
  lines.push({ invoice: row.invoice, line, left: row.quantity });
  sold.set(soldKey(row), lines);
}

function takeSold(sold: Map<string, SoldLine[]>, row: PricedRow): DrillLine['against'] {
  const found = sold.get(soldKey(row))?.find((line) => line.left >= -row.quantity);
  if (found === undefined) return null;
  found.left += row.quantity;
  return { invoice: found.invoice, line: found.line };
}

/** Which till rings which receipt: a customer stays at one till, so that a refund finds its sale there. */
export function dealReceipts(receipts: readonly DrillReceipt[], tills: number): DrillReceipt[][] {
  const hands: DrillReceipt[][] = Array.from({ length: tills }, () => []);
  receipts.forEach((receipt, index) => {
    const seat = receipt.customer === '' ? index : Number(receipt.customer);
    hands[seat % tills]?.push(receipt);
  });
  return hands;
}
