import { expect, test } from 'vitest';
import { TRIAL_POLICY } from '../testing/trial-shop.ts';
import { taxRateOn } from './tax-rate.ts';

const rateOn = (day: string, taxClass = 'standard') => taxRateOn(TRIAL_POLICY.taxRates, taxClass, day);

test('TAX-1 UK VAT is 17.5 % until 3 January 2011 and 20 % from the 4th', () => {
  expect(rateOn('2010-12-07')).toBe(1750);
  expect(rateOn('2010-12-31')).toBe(1750);
  expect(rateOn('2011-01-03')).toBe(1750);
  expect(rateOn('2011-01-04')).toBe(2000);
  expect(rateOn('2011-06-08')).toBe(2000);
});

test('TAX-1 the latest rate that has begun counts, however the list is ordered', () => {
  const { taxRates } = TRIAL_POLICY;
  expect(taxRateOn([...taxRates].reverse(), 'standard', '2011-01-03')).toBe(1750);
  expect(taxRateOn([...taxRates].reverse(), 'standard', '2025-05-06')).toBe(2000);
});

test('TAX-6 a class has no rate before its first day, and an unknown class none at all', () => {
  expect(rateOn('2009-12-31')).toBeNull();
  expect(rateOn('2025-05-06', 'luxury')).toBeNull();
});
