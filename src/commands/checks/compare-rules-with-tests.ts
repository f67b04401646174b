// Ties docs/RULES.md to the tests: pure, so that it can be tested on small pages.
import type { TestTitle } from './test-title.ts';

export interface RulesVerdict {
  readonly rules: number;
  readonly rulesWithTest: number;
  readonly promisesWithoutTest: readonly string[];
  /** Sentences for a person; empty when all is well. */
  readonly problems: readonly string[];
}

const prefixes = 'SALE TEND SHIFT SYNC IDEN LEDG RECO MONEY TAX JOUR LOCAL SHELL REFUND CAT FAULT'.split(' ');
const promises = idsUpTo(12, (n) => `P${n}`);
const failures = idsUpTo(50, (n) => `F${String(n).padStart(2, '0')}`);

const ruleLine = /^- \*\*([A-Z]+-\d+)\*\*(.*)$/gm;
const quotedId = new RegExp(`\\b(?:(?:${prefixes.join('|')})-\\d+|[PF]\\d{1,2})\\b`, 'g');

/** Promises and failure cases are fixed by the design; only a rule without a test is a problem, a promise is reported. */
export function compareRulesWithTests(rulesPage: string, titles: readonly TestTitle[]): RulesVerdict {
  const rules = [...rulesPage.matchAll(ruleLine)].map(([, id = '', sentence = '']) => ({ id, sentence }));
  const living = new Set([...rules.map((rule) => rule.id), ...promises, ...failures]);
  const proved = new Set(titles.filter((title) => title.runs).flatMap((title) => idsIn(title.text)));
  const ids = rules.map((rule) => rule.id);
  return {
    rules: ids.length,
    rulesWithTest: ids.filter((id) => proved.has(id)).length,
    promisesWithoutTest: promises.filter((id) => !proved.has(id)),
    problems: [
      ...rules.filter(({ id }) => !hasKnownPrefix(id)).map(({ id }) => `${id}: unknown prefix.`),
      ...rules.filter(({ sentence }) => sentence.trim() === '').map(({ id }) => `${id}: says nothing.`),
      ...ids.filter((id, at) => ids.indexOf(id) !== at).map((id) => `${id}: there are two of it.`),
      ...ids.filter((id) => !proved.has(id)).map((id) => `${id}: no test quotes it.`),
      ...titles.flatMap((title) => unknownIdsOf(title, living)),
    ],
  };
}

function unknownIdsOf({ file, text }: TestTitle, living: ReadonlySet<string>): string[] {
  return idsIn(text)
    .filter((id) => !living.has(id))
    .map((id) => `${file}: quotes ${id}, which does not exist.`);
}

function idsIn(text: string): string[] {
  return text.match(quotedId) ?? [];
}

function hasKnownPrefix(id: string): boolean {
  return prefixes.includes(id.slice(0, id.indexOf('-')));
}

function idsUpTo(last: number, name: (n: number) => string): string[] {
  return Array.from({ length: last }, (_, at) => name(at + 1));
}
