import { expect, test } from 'vitest';
import { titlesIn } from './read-test-titles.ts';

const read = (text: string) => titlesIn('a.test.ts', text).map((title) => title.text);

test('titles are read from plain tests, groups and steps', () => {
  const text = `describe('G', () => { test('A', () => {}); it("B", () => {}); test.step(\`C\`, run) })`;
  expect(read(text)).toEqual(['G', 'A', 'B', 'C']);
});

test('titles are read behind tables, conditions and options', () => {
  const text = `test.each([['x', f(1)]])('A %s', run); test.skipIf(no())('B', run); test.for(rows)('C', run)`;
  expect(read(text)).toEqual(['A %s', 'B', 'C']);
});

test('a title made from parts keeps its written words', () => {
  expect(read('test(`SALE-1 ${name} stays`, run)')).toEqual(['SALE-1  …  stays']);
});

test('a word in a comment, a string or another call is no title', () => {
  expect(read(`// test('A')\nconst a = "test('B')"; log('C'); my.test('D')`)).toEqual([]);
});

test('a test that never runs is told apart', () => {
  const runs = titlesIn('a.test.ts', `test.skip('A', run); test.todo('B'); test('C', run)`);
  expect(runs.map((title) => title.runs)).toEqual([false, false, true]);
});
