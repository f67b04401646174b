/** A delimited text as a table: its headers, and its rows with the numbers that a spreadsheet shows. */
import { parse } from 'csv-parse/browser/esm/sync';
import * as z from 'zod/mini';
import { IMPORT_ROWS_MAX } from '../../protocol/limits.ts';

export interface FileTable {
  readonly headers: readonly string[];
  readonly rows: readonly TableRow[];
}

export interface TableRow {
  /** The headers are row 1. */
  readonly row: number;
  readonly cells: readonly string[];
}

export type ReadTable =
  | { readonly is: 'table'; readonly table: FileTable }
  | { readonly is: 'refused'; readonly why: 'noRows' | 'tooManyRows' | 'brokenQuotes' };

const DELIMITERS = [',', ';', '\t', '|'];
const recordsSchema = z.array(z.array(z.string()));

export function readTable(text: string): ReadTable {
  const records = recordsOf(text);
  if (records === null) return { is: 'refused', why: 'brokenQuotes' };
  const [headers, ...others] = records;
  const rows = others
    .map((cells, index) => ({ row: index + 2, cells }))
    .filter(({ cells }) => cells.some((cell) => cell !== ''));
  if (headers === undefined || rows.length === 0) return { is: 'refused', why: 'noRows' };
  if (rows.length > IMPORT_ROWS_MAX) return { is: 'refused', why: 'tooManyRows' };
  return { is: 'table', table: { headers, rows } };
}

function recordsOf(text: string): string[][] | null {
  try {
    const options = { bom: true, trim: true, relax_column_count: true, relax_quotes: true };
    return recordsSchema.parse(parse(text, { ...options, delimiter: delimiterOf(text) }));
  } catch {
    return null;
  }
}

/** The one that the line of headers has most of, outside of quotes. */
function delimiterOf(text: string): string {
  const line = (/^[^\r\n]*/.exec(text)?.[0] ?? '').replaceAll(/"[^"]*"/g, '');
  const counts = DELIMITERS.map((sign) => ({ sign, count: line.split(sign).length }));
  return counts.reduce((most, one) => (one.count > most.count ? one : most)).sign;
}
