/** The columns of a report that runs along time; other reports have their bars in the table. */
import type { Report, ReportRow } from '../../protocol/report-messages.ts';
import { useShop } from '../shop-context.ts';
import { officeWords } from '../words/office-words.ts';
import { ColumnChart } from './column-chart.tsx';
import { daysOf } from './report-range.ts';
import { rowName } from './row-name.ts';

const words = officeWords.reports;
const HOURS = Array.from({ length: 24 }, (_, hour) => String(hour).padStart(2, '0'));

export function ReportChart({ report }: { readonly report: Report }) {
  const { format } = useShop();
  const keys = keysOf(report);
  const best = highest(report.rows);
  if (keys.length < 2 || best === null) return null;
  const name = (key: string) => rowName(report.by, { key, name: null }, format);
  const valueOf = new Map(report.rows.map(({ key, figures }) => [key, figures.gross]));
  const value = format.money(best.figures.gross);
  return (
    <ColumnChart
      label={words.chart(words.titles[report.by], value, name(best.key))}
      columns={keys.map((key) => {
        const gross = valueOf.get(key) ?? 0;
        return { key, label: `${name(key)}: ${format.money(gross)}`, value: gross };
      })}
      highest={value}
      first={name(keys[0] ?? '')}
      last={name(keys.at(-1) ?? '')}
    />
  );
}

/** Hours from the first to the last with anything in them. */
function keysOf({ by, from, to, rows }: Report): readonly string[] {
  if (by === 'day') return daysOf({ from, to });
  const first = rows.at(0)?.key;
  const last = rows.at(-1)?.key;
  if (by !== 'hour' || first === undefined || last === undefined) return [];
  return HOURS.filter((hour) => hour >= first && hour <= last);
}

function highest(rows: readonly ReportRow[]): ReportRow | null {
  return rows.reduce<ReportRow | null>(
    (best, row) => (best === null || row.figures.gross > best.figures.gross ? row : best),
    null,
  );
}
