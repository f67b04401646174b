import { expect, test } from 'vitest';
import { daysOf, RANGE_NAMES, rangeNamed, rangeTrouble } from './report-range.ts';

test('REPORT-7 a named range ends with the shop’s own today, across the ends of months and years', () => {
  const ranges = RANGE_NAMES.map((name) => {
    const { from, to } = rangeNamed(name, '2025-05-06');
    return [from, to];
  });
  expect(ranges).toEqual([
    ['2025-05-06', '2025-05-06'],
    ['2025-05-05', '2025-05-05'],
    ['2025-05-05', '2025-05-06'],
    ['2025-05-01', '2025-05-06'],
    ['2025-04-01', '2025-04-30'],
  ]);
  expect(rangeNamed('yesterday', '2025-01-01')).toEqual({ from: '2024-12-31', to: '2024-12-31' });
  expect(rangeNamed('lastMonth', '2024-03-31')).toEqual({ from: '2024-02-01', to: '2024-02-29' });
  expect(rangeNamed('thisWeek', '2025-05-04')).toEqual({ from: '2025-04-28', to: '2025-05-04' });
});

test('REPORT-6 a range that runs backwards, or longer than a report covers, is not asked for', () => {
  const trouble = (from: string, to: string) => rangeTrouble({ from, to });
  expect(trouble('2025-05-06', '2025-05-05')).toBe('backwards');
  expect(trouble('2025-01-01', '2026-02-04')).toBeNull();
  expect(trouble('2025-01-01', '2026-02-05')).toBe('tooLong');
});

test('REPORT-8 a chart has every day of its range, the ones without sales too', () => {
  expect(daysOf({ from: '2025-02-27', to: '2025-03-01' })).toEqual([
    '2025-02-27',
    '2025-02-28',
    '2025-03-01',
  ]);
});
