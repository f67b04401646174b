/** Takings along a day or along days, as columns; the table beside it says the same in figures. */
import type { ReactNode } from 'react';

export interface ChartColumn {
  readonly key: string;
  /** Shown where a pointer rests. */
  readonly label: string;
  readonly value: number;
}

export interface ColumnChartProps {
  /** Says what is seen, read aloud in place of the columns. */
  readonly label: string;
  readonly columns: readonly ChartColumn[];
  /** At the line of the highest value. */
  readonly highest: ReactNode;
  readonly first: ReactNode;
  readonly last: ReactNode;
}

const HEIGHT = 100;
/** Of a column's place. */
const GAP = 0.25;
/** In the chart's own hundredths, so that a small value is still a mark. */
const LEAST = 0.8;

export function ColumnChart({ label, columns, highest, first, last }: ColumnChartProps) {
  const top = Math.max(0, ...columns.map(({ value }) => value));
  const bottom = Math.min(0, ...columns.map(({ value }) => value));
  const span = Math.max(1, top - bottom);
  const zero = (top / span) * HEIGHT;
  return (
    <figure className="report-chart" role="img" aria-label={label}>
      <span className="report-chart-top num">{highest}</span>
      <svg
        viewBox={`0 0 ${String(Math.max(1, columns.length))} ${String(HEIGHT)}`}
        preserveAspectRatio="none"
      >
        {columns.map(({ key, label: name, value }, place) => (
          <Column key={key} place={place} name={name} zero={zero} height={(value / span) * HEIGHT} />
        ))}
      </svg>
      <span className="report-chart-ends num">
        <span>{first}</span>
        <span>{last}</span>
      </span>
    </figure>
  );
}

interface ColumnProps {
  readonly place: number;
  readonly name: string;
  readonly zero: number;
  /** Below zero it hangs down. */
  readonly height: number;
}

function Column({ place, name, zero, height }: ColumnProps) {
  if (height === 0) return null;
  const long = Math.max(LEAST, Math.abs(height));
  return (
    <rect
      x={place + GAP / 2}
      width={1 - GAP}
      y={height > 0 ? zero - long : zero}
      height={long}
      data-below={height < 0 || undefined}
    >
      <title>{name}</title>
    </rect>
  );
}
