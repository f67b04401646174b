import { expect, test } from 'vitest';
import { trialProduct } from '../testing/trial-shop.ts';
import { foldText, matchesWords, searchText, searchWords } from './search-text.ts';

const creme = searchText(
  trialProduct({
    id: 'cb',
    name: 'Crème brûlée, children’s (250 g)',
    sku: 'CB-250',
    barcodes: ['2000000427188'],
  }),
);
const finds = (typed: string) => matchesWords(creme, searchWords(typed));

test('CAT-2 case, accents and punctuation do not matter', () => {
  expect(foldText('  Straße — ŒUVRE, Łódź & Smørrebrød ')).toBe('strasse oeuvre lodz smorrebrod');
  expect(['creme', 'BRULEE', 'brûlée crème', "children's", 'childrens', '250 g'].every(finds)).toBe(true);
});

test('CAT-2 each typed word begins a word, in any sequence', () => {
  expect(['bru cre', 'cb-250', 'cb 25', '20000004'].every(finds)).toBe(true);
  expect(['reme', 'creme tea', '0427188'].some(finds)).toBe(false);
});

test('CAT-2 an empty search finds everything', () => {
  expect(searchWords(' -- ')).toEqual([]);
  expect(finds('')).toBe(true);
});
