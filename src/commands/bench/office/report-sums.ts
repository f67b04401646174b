/** Every report of every month against the file: its lines, pieces and net less the rows that cannot be rung. */
import { reportBySchema, type ReportBy } from '../../../protocol/report-messages.ts';
import { printColumns } from '../../drill/compare-day.ts';
import { isSameMonth, lessMonth, monthsOfRows, type MonthFigures } from '../../replay/month-figures.ts';
import type { OfficeAsker } from './ask-office.ts';
import type { OfficeLedger } from './office-ledger.ts';
import { monthsOf } from './server-rows.ts';

export interface ReportSums {
  readonly table: string;
  readonly agreed: boolean;
}

/** @param checks of whole months, where they are known; null compares with the file alone */
export async function compareReports(
  office: OfficeAsker,
  { rows, plan }: OfficeLedger,
  checks: ReadonlyMap<string, MonthFigures> | null,
): Promise<ReportSums> {
  const file = monthsOfRows(rows);
  const leftOut = monthsOfRows([...plan.leftOut.values()].flat());
  const isWhole =
    checks === null || [...file].every(([month, figures]) => isSameMonth(figures, checks.get(month)));
  const table = [['report', 'months', 'lines', 'pieces', 'net', '']];
  let agreed = isWhole;
  for (const by of reportBySchema.options) {
    const sums = await sumsOf(office, by);
    const differing = [...file].filter(
      ([month, whole]) => !isSameMonth(lessMonth(whole, leftOut.get(month)), sums.get(month)),
    );
    agreed &&= differing.length === 0;
    const all = [...sums.values()];
    const sum = (figure: keyof MonthFigures) => all.reduce((total, month) => total + month[figure], 0);
    table.push([
      ...[`by ${by}`, String(sums.size), String(sum('lines')), String(sum('units'))],
      (sum('netMills') / 1000).toFixed(2),
      differing.length === 0 ? 'equal' : `≠ ${differing.map(([month]) => month).join(' ')}`,
    ]);
  }
  const note = isWhole ? '' : '\nThe file is not what checks.json says.';
  return { table: printColumns(table) + note, agreed };
}

/** The rows added up, not the totals the server names. */
async function sumsOf(office: OfficeAsker, by: ReportBy): Promise<Map<string, MonthFigures>> {
  const sums = new Map<string, MonthFigures>();
  for (const [from, to] of monthsOf(await office.days())) {
    const { rows } = await office.report(by, from, to);
    const sum = (figure: 'lines' | 'units' | 'net') =>
      rows.reduce((total, { figures }) => total + figures[figure], 0);
    sums.set(from.slice(0, 7), {
      lines: sum('lines'),
      units: sum('units') / 1000,
      netMills: sum('net') * 10,
    });
  }
  return sums;
}
