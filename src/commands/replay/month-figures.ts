/** What each month comes to, by the file and by the ledger, reckoned apart from each other. */
import * as z from 'zod';
import type { ReceiptFact } from '../../../e2e/harness/receipt-facts.ts';
import type { RetailRow } from '../drill/retail-file.ts';

export interface MonthFigures {
  readonly lines: number;
  readonly units: number;
  /** Thousandths of a pound, as the file has prices of tenths of a penny. */
  readonly netMills: number;
}

const NOTHING: MonthFigures = { lines: 0, units: 0, netMills: 0 };

export function monthsOfRows(rows: readonly RetailRow[]): Map<string, MonthFigures> {
  return summed(
    rows.map((row) => ({
      month: row.day.slice(0, 7),
      lines: 1,
      units: row.quantity,
      netMills: row.quantity * millsOf(row),
    })),
  );
}

export function monthsOfReceipts(receipts: readonly ReceiptFact[]): Map<string, MonthFigures> {
  return summed(
    receipts.map(({ day, figures }) => ({
      month: day.slice(0, 7),
      lines: figures.lines,
      units: figures.units,
      netMills: figures.net * 10,
    })),
  );
}

export function lessMonth(from: MonthFigures, less: MonthFigures = NOTHING): MonthFigures {
  return {
    lines: from.lines - less.lines,
    units: from.units - less.units,
    netMills: from.netMills - less.netMills,
  };
}

export function isSameMonth(one: MonthFigures, other: MonthFigures = NOTHING): boolean {
  return one.lines === other.lines && one.units === other.units && one.netMills === other.netMills;
}

const checksSchema = z.object({
  months: z.record(z.string(), z.object({ lines: z.int(), units: z.int(), net: z.string() })),
});

/** The control totals that lie beside the file. */
export function readChecks(text: string): Map<string, MonthFigures> {
  const { months } = checksSchema.parse(JSON.parse(text));
  return new Map(
    Object.entries(months).map(([month, { lines, units, net }]) => [
      month,
      { lines, units, netMills: Math.round(Number(net) * 1000) },
    ]),
  );
}

function summed(parts: readonly (MonthFigures & { readonly month: string })[]): Map<string, MonthFigures> {
  const months = new Map<string, MonthFigures>();
  for (const { month, lines, units, netMills } of parts) {
    const sum = months.get(month) ?? NOTHING;
    months.set(month, {
      lines: sum.lines + lines,
      units: sum.units + units,
      netMills: sum.netMills + netMills,
    });
  }
  return months;
}

function millsOf({ price }: RetailRow): number {
  return price.is === 'pence' ? price.pence * 10 : Math.round(Number(price.text) * 1000);
}
