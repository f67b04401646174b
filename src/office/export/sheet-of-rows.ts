/** What is taken along of a screen: columns with plain names, and rows of text, counts and decimal sums. */

/** A sum as the currency writes it, with a point: `-4.50`. No spreadsheet takes it for a formula. */
export interface Decimal {
  readonly decimal: string;
}
export type ExportCell = string | number | boolean | Decimal | null;

export interface ExportSheet {
  /** Begins the file's name. */
  readonly name: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly ExportCell[])[];
}

export interface ExportColumn<Row> {
  readonly name: string;
  readonly cell: (row: Row) => ExportCell;
}

export function sheetOf<Row>(
  name: string,
  columns: readonly ExportColumn<Row>[],
  rows: readonly Row[],
): ExportSheet {
  return {
    name,
    columns: columns.map((column) => column.name),
    rows: rows.map((row) => columns.map(({ cell }) => cell(row))),
  };
}

/** @param digits of the currency: 2 for GBP, 0 for JPY, 3 for KWD */
export function decimalOf(minorUnits: number, digits: number): Decimal {
  const figures = String(Math.abs(minorUnits)).padStart(digits + 1, '0');
  const whole = figures.slice(0, figures.length - digits);
  const part = digits === 0 ? '' : `.${figures.slice(-digits)}`;
  return { decimal: `${minorUnits < 0 ? '-' : ''}${whole}${part}` };
}

/** RFC 3339 by the shop's clock: `2025-05-06T06:10:42+01:00`. */
export function momentText(moment: number, timeZone: string): string {
  const parts = new Intl.DateTimeFormat('en-CA', {
    ...{ timeZone, hourCycle: 'h23', timeZoneName: 'longOffset' },
    ...{ year: 'numeric', month: '2-digit', day: '2-digit' },
    ...{ hour: '2-digit', minute: '2-digit', second: '2-digit' },
  }).formatToParts(moment);
  const part = (type: string) => parts.find((one) => one.type === type)?.value ?? '';
  const offset = part('timeZoneName').replace('GMT', '');
  const date = `${part('year')}-${part('month')}-${part('day')}`;
  return `${date}T${part('hour')}:${part('minute')}:${part('second')}${offset === '' ? '+00:00' : offset}`;
}
