import { expect, test } from 'vitest';
import { compareDependencies } from './compare-dependencies.ts';

const page = `| package | what for | why this one | cost |
|---|---|---|---|
| a, @b/c | both | because | 1 KB |
| d | alone | because | none |
`;

test('a page with a line for each package has no problem', () => {
  expect(compareDependencies(page, ['a', '@b/c', 'd'])).toEqual([]);
});

test('a package without a line and a line without a package are named', () => {
  expect(compareDependencies(page, ['a', '@b/c', 'e'])).toEqual([
    'e: docs/DEPENDENCIES.md has no line for it.',
    'd: has a line in docs/DEPENDENCIES.md, but is no dependency.',
  ]);
});

test('a line with an empty column does not count', () => {
  expect(compareDependencies('| a | what for | | 1 KB |\n', ['a'])).toHaveLength(1);
});
