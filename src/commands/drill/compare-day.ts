/** The drill's verdict: four independent readings of one day, side by side. */
import type { DayFigures } from './day-figures.ts';

export interface DayReading {
  readonly from: string;
  readonly figures: DayFigures;
}

const ROWS = ['receipts', 'refunds', 'lines', 'units', 'net', 'tax', 'gross'] as const;
const MONEY: ReadonlySet<string> = new Set(['net', 'tax', 'gross']);

/** The rows in which a reading differs from the first. */
export function listDifferences(readings: readonly DayReading[]): string[] {
  const [expected, ...others] = readings;
  if (expected === undefined) return [];
  return others.flatMap((reading) =>
    ROWS.filter((row) => reading.figures[row] !== expected.figures[row]).map(
      (row) => `${row}: ${expected.from} ${show(row, expected)}, ${reading.from} ${show(row, reading)}`,
    ),
  );
}

export function printComparison(readings: readonly DayReading[]): string {
  const head = ['', ...readings.map((reading) => reading.from)];
  const body = ROWS.map((row) => [row, ...readings.map((reading) => show(row, reading))]);
  return printColumns([head, ...body]);
}

/** The first column to the left, the others to the right. */
export function printColumns(rows: readonly (readonly string[])[]): string {
  const widths = (rows[0] ?? []).map((_, column) =>
    Math.max(...rows.map((row) => (row[column] ?? '').length)),
  );
  return rows
    .map((row) =>
      row
        .map((cell, column) =>
          column === 0 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0),
        )
        .join('   ')
        .trimEnd(),
    )
    .join('\n');
}

const figure = new Intl.NumberFormat('en-GB');
const pounds = new Intl.NumberFormat('en-GB', { minimumFractionDigits: 2, maximumFractionDigits: 2 });

function show(row: (typeof ROWS)[number], reading: DayReading): string {
  const value = reading.figures[row];
  return MONEY.has(row) ? pounds.format(value / 100) : figure.format(value);
}
