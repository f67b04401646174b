/** Rows of measurements as a Markdown table. */
import type { BenchRow, Verdict } from './bench-row.ts';

export function benchTable(rows: readonly BenchRow[]): string {
  const lines = rows.map(
    ({ what, budget, figures, reference, verdict }) =>
      `| ${what} | ${budget} | ${listed(figures)} | ${listed(reference)} | ${verdictWords(verdict)} |`,
  );
  return ['| what | budget | here | reference, same run | |', '|---|---|---|---|---|', ...lines].join('\n');
}

function listed(figures: Readonly<Record<string, string>>): string {
  return Object.entries(figures)
    .map(([name, figure]) => `${name} ${figure}`)
    .join(', ');
}

function verdictWords(verdict: Verdict): string {
  switch (verdict.is) {
    case 'met':
      return 'met';
    case 'missed':
      return `**missed**: ${verdict.because}`;
    case 'noBudget':
      return '';
    case 'skipped':
      return `skipped: ${verdict.because}`;
  }
}
