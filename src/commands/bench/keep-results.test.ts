import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { withResults } from './keep-results.ts';

test('a kept run takes the place of the last one and of nothing else', () => {
  const page = 'Before\n<!-- till -->\nold\n<!-- end of till -->\nAfter';
  expect(withResults(page, 'till', 'new')).toBe(
    'Before\n<!-- till -->\n\nnew\n\n<!-- end of till -->\nAfter',
  );
  expect(() => withResults(page, 'server', 'new')).toThrow('no place for server');
});

test('the page has a place for every group', () => {
  const page = readFileSync('docs/BENCHMARKS.md', 'utf8');
  for (const group of ['till', 'server', 'acts']) expect(withResults(page, group, 'new')).toContain('new');
});
