/** The searches of docs/search.md with their expected first results, and the judge of them. */
import { readFileSync } from 'node:fs';

export interface ExpectedSearch {
  readonly typed: string;
  /** `=Name` or `~words`, parted by ` / `. */
  readonly first: string;
  readonly place: 'food' | 'demo';
}

export function readSearchTable(): ExpectedSearch[] {
  const rows = readFileSync('docs/search.md', 'utf8').matchAll(/^\| (.+?) \| (.+?) \| (food|demo) \|/gm);
  return [...rows].map(([, typed = '', first = '', place]) => ({
    typed,
    first,
    place: place === 'demo' ? 'demo' : 'food',
  }));
}

/** Judges by its own plain reading of words, not by the one that is judged. */
export function isExpected(name: string | undefined, first: string): boolean {
  if (name === undefined) return false;
  const words = plain(name);
  return first.split(' / ').some((wanted) => {
    const parts = plain(wanted.slice(1));
    if (wanted.startsWith('=')) return parts.join(' ') === words.join(' ');
    return parts.every((part) => words.some((word) => word.startsWith(part)));
  });
}

function plain(text: string): string[] {
  const letters = text.normalize('NFKD').toLowerCase().replaceAll('œ', 'oe').replaceAll('ß', 'ss');
  return letters.replace(/[\p{M}'’]/gu, '').match(/[\p{L}\p{N}]+/gu) ?? [];
}
