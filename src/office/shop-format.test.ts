import { expect, test } from 'vitest';
import { makeShopFormat } from './shop-format.ts';

const format = makeShopFormat({
  locale: 'en-GB',
  timeZone: 'Europe/London',
  currency: { code: 'GBP', digits: 2 },
});

test('OFFICE-11 figures, days and moments are written as the shop writes them, in its own time', () => {
  expect(format.money(-120)).toBe('−£1.20');
  expect(format.difference(120)).toBe('+£1.20');
  expect(format.units(26_123_250)).toBe('26,123.25');
  expect(format.rate(1750)).toBe('17.5 %');
  expect(format.time(Date.UTC(2025, 4, 6, 5, 10))).toBe('06:10');
  expect(format.date(Date.UTC(2025, 4, 6, 23, 10))).toBe('2025-05-07');
  expect(format.weekdayTime(Date.UTC(2025, 4, 6, 5, 10))).toBe('Tue 06:10');
  expect(format.day('2025-05-06')).toBe('Tuesday 6 May 2025');
  expect(format.shortDay('2025-05-06')).toBe('Tue 6 May 2025');
});
