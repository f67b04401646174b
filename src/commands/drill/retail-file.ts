/** Reads a file of real receipts (the columns of the Online Retail set), plain or gzip, into rows of whole pence. */
import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { parse } from 'csv-parse/sync';
import * as z from 'zod';

const fileRowSchema = z.object({
  InvoiceNo: z.string().min(1),
  StockCode: z.string().min(1),
  Description: z.string(),
  Quantity: z.string().regex(/^-?\d+$/),
  InvoiceDate: z.string().regex(/^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d$/),
  UnitPrice: z.string().regex(/^-?\d+(\.\d+)?$/),
  CustomerID: z.string(),
});

/** A price in pence, or what keeps it from being one. */
export type RowPrice = { is: 'pence'; pence: number } | { is: 'fraction'; text: string };

export interface RetailRow {
  readonly invoice: string;
  readonly code: string;
  readonly description: string;
  readonly quantity: number;
  readonly day: string;
  readonly price: RowPrice;
  /** Empty where the file names none. */
  readonly customer: string;
}

/** @throws when the file lacks a column or a row is malformed, naming the first such row. */
export function readRetailFile(path: string): RetailRow[] {
  const raw = readFileSync(path);
  return parseRetailRows((path.endsWith('.gz') ? gunzipSync(raw) : raw).toString('utf8'));
}

export function parseRetailRows(text: string): RetailRow[] {
  return z
    .array(fileRowSchema)
    .parse(parse(text, { columns: true }))
    .map(toRow);
}

export function priceFrom(text: string): RowPrice {
  const [whole = '0', fraction = ''] = text.replace('-', '').split('.');
  const trimmed = fraction.replace(/0+$/, '');
  if (trimmed.length > 2) return { is: 'fraction', text };
  const pence = Number(whole) * 100 + Number(trimmed.padEnd(2, '0'));
  return { is: 'pence', pence: text.startsWith('-') && pence > 0 ? -pence : pence };
}

function toRow(row: z.infer<typeof fileRowSchema>): RetailRow {
  return {
    invoice: row.InvoiceNo,
    code: row.StockCode,
    description: row.Description.trim(),
    quantity: Number(row.Quantity),
    day: row.InvoiceDate.slice(0, 10),
    price: priceFrom(row.UnitPrice),
    customer: row.CustomerID,
  };
}

/** Every product of the file, for a shop to sell; one without a price that can be rung is typed. */
export function productsOfFile(
  rows: readonly RetailRow[],
  prices: ReadonlyMap<string, number>,
): { code: string; name: string; price: number | null }[] {
  const names = new Map<string, string>();
  for (const row of rows)
    if (row.description !== '' || !names.has(row.code)) names.set(row.code, row.description);
  return [...names].map(([code, name]) => ({ code, name: name || code, price: prices.get(code) ?? null }));
}
