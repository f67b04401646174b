/** Keeps a run in docs/BENCHMARKS.md: its table takes the place of the last one between two marks, with the machine and the commit. */
import { readFileSync, writeFileSync } from 'node:fs';

/** @param group as it is asked for. @param text Markdown. @throws where the page has no place for it. */
export function keepResults(file: string, group: string, text: string): void {
  writeFileSync(file, withResults(readFileSync(file, 'utf8'), group, text));
}

export function withResults(page: string, group: string, text: string): string {
  const [begin, end] = [`<!-- ${group} -->`, `<!-- end of ${group} -->`];
  const [from, to] = [page.indexOf(begin), page.indexOf(end)];
  if (from < 0 || to < from) throw new RangeError(`the page has no place for ${group}`);
  return `${page.slice(0, from)}${begin}\n\n${text}\n\n${page.slice(to)}`;
}
