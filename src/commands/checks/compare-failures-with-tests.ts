// Ties the table of docs/failures.md to the tests: which rows are shown where they must be. Pure.
import type { TestTitle } from './test-title.ts';

export const places = ['S', 'B', 'P'] as const;
export type Place = (typeof places)[number];

export interface FailureRow {
  readonly id: string;
  readonly when: string;
  readonly then: string;
  readonly where: readonly Place[];
}

export interface ShownRow extends FailureRow {
  readonly tests: readonly { readonly place: Place; readonly file: string; readonly title: string }[];
  readonly missing: readonly Place[];
}

const tableRow = /^\| (F\d\d) \| (.+?) \| (.+?) \| ([SBP ]+) \|$/gm;

/** Where the tests of a folder run; the first that fits. */
const placesOfFolder: readonly (readonly [folder: string, shows: readonly Place[]])[] = [
  ['e2e/', ['B']],
  ['src/simulation/', ['S']],
  ['src/testing/', ['S', 'P']],
  ['src/server/', ['P']],
];

export function readFailureRows(page: string): FailureRow[] {
  return [...page.matchAll(tableRow)].map(([, id = '', when = '', then = '', where = '']) => ({
    id,
    when,
    then,
    where: places.filter((place) => where.includes(place)),
  }));
}

export function compareFailuresWithTests(
  rows: readonly FailureRow[],
  titles: readonly TestTitle[],
): ShownRow[] {
  const living = titles.filter((title) => title.runs);
  return rows.map((row) => {
    const tests = living.flatMap((title) => shownBy(row.id, title));
    return {
      ...row,
      tests,
      missing: row.where.filter((place) => !tests.some((test) => test.place === place)),
    };
  });
}

function shownBy(id: string, { file, text }: TestTitle): ShownRow['tests'] {
  const quote = new RegExp(`\\b${id}\\b((?: [SBP](?![\\w']))*)`).exec(text);
  if (quote === null) return [];
  const named = places.filter((place) => quote[1]?.includes(place));
  const shown = named.length > 0 ? named : placesOf(file);
  return shown.map((place) => ({ place, file, title: text }));
}

function placesOf(file: string): readonly Place[] {
  if (file.endsWith('.server.test.ts')) return ['P'];
  return placesOfFolder.find(([folder]) => file.startsWith(folder))?.[1] ?? [];
}
