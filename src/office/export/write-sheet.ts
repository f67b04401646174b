/** A sheet as CSV for spreadsheets or as JSON Lines for programs, both UTF-8. */
import { stringify } from 'csv-stringify/browser/esm/sync';
import type { ExportCell, ExportSheet } from './sheet-of-rows.ts';

export type ExportFormat = 'csv' | 'jsonl';

export function writeSheet(sheet: ExportSheet, format: ExportFormat): string {
  return format === 'csv' ? csvOf(sheet) : jsonLinesOf(sheet);
}

/** RFC 4180 with the mark that makes spreadsheets read UTF-8. Text that would be a formula gets an apostrophe; sums and counts are none. */
function csvOf({ columns, rows }: ExportSheet): string {
  return stringify([[...columns], ...rows], {
    bom: true,
    record_delimiter: 'windows',
    escape_formulas: true,
    cast: {
      object: (cell) => ({ value: String(cell['decimal']), escape_formulas: false }),
      boolean: (truth) => (truth ? 'true' : 'false'),
    },
  });
}

function jsonLinesOf({ columns, rows }: ExportSheet): string {
  const lines = rows.map((row) =>
    JSON.stringify(Object.fromEntries(columns.map((column, place) => [column, plain(row[place] ?? null)]))),
  );
  return lines.map((line) => `${line}\n`).join('');
}

/** Sums stay text: a program that reads them as binary fractions decides so itself. */
function plain(cell: ExportCell): string | number | boolean | null {
  return typeof cell === 'object' && cell !== null ? cell.decimal : cell;
}
