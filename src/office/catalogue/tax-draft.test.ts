import { expect, test } from 'vitest';
import { basisPoints } from '../../domain/tax-rate.ts';
import { draftOfTax, readTax, type TaxDraft } from './tax-draft.ts';

const today = '2025-05-06';
const standard = {
  id: 'standard',
  rates: [
    { class: 'standard', from: '2010-01-01', rate: basisPoints(1750) },
    { class: 'standard', from: '2011-01-04', rate: basisPoints(2000) },
    { class: 'standard', from: '2026-01-01', rate: basisPoints(2150) },
  ],
};
const draft = draftOfTax(standard, today);
const readOf = (change: Partial<TaxDraft>) =>
  readTax({ ...draft, ...change }, standard, { today, taken: ['standard', 'zero'] });
const pointsOf = (change: Partial<TaxDraft>) => {
  const read = readOf(change);
  return read.is === 'rates' ? read.rates.map(({ from, rate }) => [from, rate]) : read.fault;
};

test('OFFICE-105 a tax that is opened and saved as it was is the same; another rate holds from today, past and later ones stay', () => {
  expect(draft).toEqual({ id: 'standard', rate: '20', later: [{ from: '2026-01-01', rate: '21.5' }] });
  expect(readOf({})).toEqual({ is: 'rates', rates: standard.rates });
  expect(pointsOf({ rate: '22,5 %', later: [] })).toEqual([
    ['2010-01-01', 1750],
    ['2011-01-04', 2000],
    [today, 2250],
  ]);
  expect(readTax({ id: 'zero-a', rate: '0', later: [] }, null, { today, taken: [] })).toEqual({
    is: 'rates',
    rates: [{ class: 'zero-a', from: today, rate: 0 }],
  });
});

test.each<[string, Partial<TaxDraft>, string]>([
  ['no rate', { rate: '' }, 'rateWrong'],
  ['a rate finer than a hundredth of a percent', { rate: '1.005' }, 'rateWrong'],
  ['more than there is', { rate: '1001' }, 'rateWrong'],
  ['a later rate that is not later', { later: [{ from: today, rate: '5' }] }, 'laterRateWrong'],
  ['a later rate without a day', { later: [{ from: '', rate: '5' }] }, 'laterRateWrong'],
  [
    'two from one day',
    { later: ['5', '6'].map((rate) => ({ from: '2026-01-01', rate })) },
    'twoRatesFromOneDay',
  ],
])('OFFICE-106 %s is said, and nothing is saved', (_, change, fault) => {
  expect(readOf(change)).toEqual({ is: 'fault', fault });
});

test('OFFICE-106 a new tax needs a name that no other has', () => {
  const made = (id: string) => readTax({ id, rate: '5', later: [] }, null, { today, taken: ['zero'] });
  expect([made(' '), made('zero')]).toMatchObject([{ fault: 'noName' }, { fault: 'nameTaken' }]);
});
