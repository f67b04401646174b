/** Rows of measurements as a Markdown table. */
import type { BenchRow } from './bench-row.ts';

export function benchTable(rows: readonly BenchRow[]): string {
  const lines = rows.map(
    ({ what, budget, figures, reference, isMet }) =>
      `| ${what} | ${budget} | ${listed(figures)} | ${listed(reference)} | ${isMet ? 'met' : '**missed**'} |`,
  );
  return ['| what | budget | here | reference, same run | |', '|---|---|---|---|---|', ...lines].join('\n');
}

function listed(figures: Readonly<Record<string, string>>): string {
  return Object.entries(figures)
    .map(([name, figure]) => `${name} ${figure}`)
    .join(', ');
}
