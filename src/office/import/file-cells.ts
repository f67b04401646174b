/** The cells of a row by what their columns mean. */
import type { Day } from '../../domain/trading-day.ts';
import type { ImportSource } from '../../protocol/import-messages.ts';
import type { ImportColumns, ImportField } from './import-columns.ts';

export interface ReadTerms {
  readonly source: ImportSource;
  readonly columns: ImportColumns;
  /** Of the currency's minor unit. */
  readonly digits: number;
  /** Prices without a date hold from it. */
  readonly today: Day;
  /** Where each tax has a column of its own: what its header calls it. */
  readonly taxHeaders?: readonly { readonly at: number; readonly word: string }[];
}

/** Empty where the file has no such column. */
export function cellOf(cells: readonly string[], terms: ReadTerms, field: ImportField): string {
  return cellsOf(cells, terms, field)[0] ?? '';
}

export function cellsOf(
  cells: readonly string[],
  { columns, source }: ReadTerms,
  field: ImportField,
): string[] {
  const texts = (columns[field] ?? []).map((at) => (cells[at] ?? '').trim());
  return source === 'evertill' ? texts.map((text) => text.replace(DISARMED, '')) : texts;
}

/** Our export puts an apostrophe before what a spreadsheet would run as a formula. */
const DISARMED = /^'(?=[=+\-@\t\r])/;
