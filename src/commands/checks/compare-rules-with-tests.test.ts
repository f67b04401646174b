import { expect, test } from 'vitest';
import { compareRulesWithTests } from './compare-rules-with-tests.ts';
import type { TestTitle } from './test-title.ts';

const page = '# Rules\n\n## SALE\n\n- **SALE-1** A line keeps its price.\n- **SALE-2** A sale has a line.\n';
const title = (text: string, runs = true): TestTitle => ({ file: 'a.test.ts', text, runs });

test('a page whose rules are all quoted has no problem', () => {
  const verdict = compareRulesWithTests(page, [title('SALE-1 and SALE-2'), title('nothing quoted')]);
  expect(verdict).toMatchObject({ rules: 2, rulesWithTest: 2, problems: [] });
});

test('a rule without a test is named', () => {
  const verdict = compareRulesWithTests(page, [title('SALE-1 …')]);
  expect(verdict).toMatchObject({ rules: 2, rulesWithTest: 1, problems: ['SALE-2: no test quotes it.'] });
});

test('a test that is always skipped proves nothing', () => {
  const verdict = compareRulesWithTests(page, [title('SALE-1 …'), title('SALE-2 …', false)]);
  expect(verdict.problems).toEqual(['SALE-2: no test quotes it.']);
});

test('a longer number is not a quote of a shorter one', () => {
  const verdict = compareRulesWithTests(page, [title('SALE-12'), title('SALE-2')]);
  expect(verdict.problems).toEqual([
    'SALE-1: no test quotes it.',
    'a.test.ts: quotes SALE-12, which does not exist.',
  ]);
});

test.each(['SALE-9', 'P13', 'P0', 'F00', 'F51', 'F1'])('a test that quotes %s is named', (id) => {
  const verdict = compareRulesWithTests(page, [title('SALE-1 SALE-2'), title(`${id} is no rule`)]);
  expect(verdict.problems).toEqual([`a.test.ts: quotes ${id}, which does not exist.`]);
});

test('promises and failure cases of the design may be quoted; those not quoted are reported, not refused', () => {
  const verdict = compareRulesWithTests(page, [title('SALE-1 SALE-2 P1 P12'), title('F01, F50')]);
  expect(verdict.problems).toEqual([]);
  expect(verdict.promisesWithoutTest).toEqual(['P2', 'P3', 'P4', 'P5', 'P6', 'P7', 'P8', 'P9', 'P10', 'P11']);
});

test('standards with a number are not taken for rules', () => {
  const verdict = compareRulesWithTests(page, [title('SALE-1 SALE-2 SHA-256 of UTF-8, P-256, ISO-4217')]);
  expect(verdict.problems).toEqual([]);
});

test('a rule twice, a rule without a heading and a rule that says nothing are named', () => {
  const odd = `${page}- **SALE-2** Again.\n- **SOLE-1** A slip of the pen.\n- **SALE-3**\n`;
  const verdict = compareRulesWithTests(odd, [title('SALE-1 SALE-2 SALE-3')]);
  expect(verdict.problems).toEqual([
    'SOLE-1: no heading has its prefix.',
    'SALE-3: says nothing.',
    'SALE-2: there are two of it.',
    'SOLE-1: no test quotes it.',
  ]);
});
