import { expect, test } from 'vitest';
import { readFileSync } from 'node:fs';
import { compareFailuresWithTests, readFailureRows } from './compare-failures-with-tests.ts';
import type { TestTitle } from './test-title.ts';

const rows = readFailureRows(
  '| id | when | then | where |\n|---|---|---|---|\n| F15 | reply lost | nothing | S P |\n',
);
const title = (file: string, text: string, runs = true): TestTitle => ({ file, text, runs });

function missing(...titles: readonly TestTitle[]): readonly string[] {
  return compareFailuresWithTests(rows, titles)[0]?.missing ?? ['no row'];
}

test('a row is read with the places it names', () => {
  expect(rows).toEqual([{ id: 'F15', when: 'reply lost', then: 'nothing', where: ['S', 'P'] }]);
});

test('a row without a test lacks every place it names', () => {
  expect(missing(title('src/server/a.test.ts', 'LEDG-1 F16 other'))).toEqual(['S', 'P']);
});

test('the folder of a test tells its place', () => {
  const server = title('src/server/a.test.ts', 'LEDG-1 F15 a repeat');
  expect(missing(server)).toEqual(['S']);
  expect(missing(server, title('src/simulation/a.test.ts', 'F15'))).toEqual([]);
  expect(missing(title('src/testing/a.test.ts', 'F15'))).toEqual([]);
  expect(missing(title('e2e/a.spec.ts', 'F15'))).toEqual(['S', 'P']);
});

test('a title may name places itself, and a word after the id is not taken for one', () => {
  expect(missing(title('src/journal/a.test.ts', 'F15 S P the verifier'))).toEqual([]);
  expect(missing(title('src/journal/a.test.ts', 'F15 Paid is not shown'))).toEqual(['S', 'P']);
  expect(missing(title('src/journal/a.test.ts', 'F15 P SALE-1'))).toEqual(['S']);
});

test('a test that never runs shows nothing', () => {
  expect(missing(title('src/testing/a.test.ts', 'F15', false))).toEqual(['S', 'P']);
});

test('the page has the fifty rows of the design', () => {
  const ids = readFailureRows(readFileSync('docs/failures.md', 'utf8')).map((row) => row.id);
  expect(ids).toEqual(Array.from({ length: 50 }, (_, at) => `F${String(at + 1).padStart(2, '0')}`));
});
