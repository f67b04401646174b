// Ties docs/RULES.md to the tests: pure, so that it can be tested on small pages.
import type { TestTitle } from './test-title.ts';

export interface RulesVerdict {
  readonly rules: number;
  readonly rulesWithTest: number;
  readonly promisesWithoutTest: readonly string[];
  /** Sentences for a person; empty when all is well. */
  readonly problems: readonly string[];
}

const promises = idsUpTo(12, (n) => `P${n}`);
const failures = idsUpTo(50, (n) => `F${String(n).padStart(2, '0')}`);

const heading = /^## ([A-Z]+)\b/gm;
const ruleLine = /^- \*\*([A-Z]+-\d+)\*\*(.*)$/gm;

/** Promises and failure cases are fixed by the design; only a rule without a test is a problem, a promise is reported. */
export function compareRulesWithTests(rulesPage: string, titles: readonly TestTitle[]): RulesVerdict {
  const prefixes = [...rulesPage.matchAll(heading)].map(([, prefix = '']) => prefix);
  const idsIn = readerOfIds(prefixes);
  const rules = [...rulesPage.matchAll(ruleLine)].map(([, id = '', sentence = '']) => ({ id, sentence }));
  const living = new Set([...rules.map((rule) => rule.id), ...promises, ...failures]);
  const proved = new Set(titles.filter((title) => title.runs).flatMap((title) => idsIn(title.text)));
  const ids = rules.map((rule) => rule.id);
  return {
    rules: ids.length,
    rulesWithTest: ids.filter((id) => proved.has(id)).length,
    promisesWithoutTest: promises.filter((id) => !proved.has(id)),
    problems: [
      ...rules
        .filter(({ id }) => !prefixes.includes(id.slice(0, id.indexOf('-'))))
        .map(({ id }) => `${id}: no heading has its prefix.`),
      ...rules.filter(({ sentence }) => sentence.trim() === '').map(({ id }) => `${id}: says nothing.`),
      ...ids.filter((id, at) => ids.indexOf(id) !== at).map((id) => `${id}: there are two of it.`),
      ...ids.filter((id) => !proved.has(id)).map((id) => `${id}: no test quotes it.`),
      ...titles.flatMap((title) => unknownIds(title, idsIn(title.text), living)),
    ],
  };
}

function unknownIds({ file }: TestTitle, ids: readonly string[], living: ReadonlySet<string>): string[] {
  return ids.filter((id) => !living.has(id)).map((id) => `${file}: quotes ${id}, which does not exist.`);
}

/** Only a prefix that has a heading makes an id, so `SHA-256` in a title is not taken for a rule. */
function readerOfIds(prefixes: readonly string[]): (text: string) => string[] {
  const rule = prefixes.length > 0 ? `(?:${prefixes.join('|')})-\\d+|` : '';
  const id = new RegExp(`\\b(?:${rule}[PF]\\d{1,2})\\b`, 'g');
  return (text) => text.match(id) ?? [];
}

function idsUpTo(last: number, name: (n: number) => string): string[] {
  return Array.from({ length: last }, (_, at) => name(at + 1));
}
