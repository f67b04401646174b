import fc from 'fast-check';
import { expect, test } from 'vitest';
import { daysBetween, isDay, tradingDay } from './trading-day.ts';

const london = (iso: string, startOfDay = '04:00') =>
  tradingDay(Date.parse(iso), 'Europe/London', startOfDay);

test('SALE-14 the day begins at the start of day, not at midnight', () => {
  expect(london('2025-01-15T03:59:59.999Z')).toBe('2025-01-14');
  expect(london('2025-01-15T04:00:00Z')).toBe('2025-01-15');
  expect(london('2025-01-15T23:59:59Z')).toBe('2025-01-15');
  expect(london('2025-03-01T02:00:00Z')).toBe('2025-02-28');
  expect(london('2025-01-15T00:00:00Z', '00:00')).toBe('2025-01-15');
});

test('SALE-14 it is the shop’s own clock that counts', () => {
  expect(london('2025-07-01T02:59:59Z')).toBe('2025-06-30');
  expect(london('2025-07-01T03:00:00Z')).toBe('2025-07-01');
  expect(tradingDay(Date.parse('2025-07-01T15:30:00Z'), 'Pacific/Auckland', '04:00')).toBe('2025-07-01');
  expect(tradingDay(Date.parse('2025-07-01T16:00:00Z'), 'Pacific/Auckland', '04:00')).toBe('2025-07-02');
  expect(tradingDay(Date.parse('2025-07-01T09:59:00Z'), 'America/New_York', '06:00')).toBe('2025-06-30');
});

test('SALE-14 clocks go forward over the start of day: the day begins when they do', () => {
  expect(london('2025-03-30T00:59:59Z', '01:30')).toBe('2025-03-29');
  expect(london('2025-03-30T01:00:00Z', '01:30')).toBe('2025-03-30');
});

test('SALE-14 clocks go back over the start of day: the day that has begun goes on', () => {
  expect(london('2025-10-26T00:29:59Z', '01:30')).toBe('2025-10-25');
  expect(london('2025-10-26T00:30:00Z', '01:30')).toBe('2025-10-26');
  expect(london('2025-10-26T01:00:00Z', '01:30')).toBe('2025-10-26');
  expect(london('2025-10-26T01:29:00Z', '01:30')).toBe('2025-10-26');
});

test('SALE-14 through the years a trading day never goes back', () => {
  const zones = fc.constantFrom(
    'Europe/London',
    'Europe/Berlin',
    'America/New_York',
    'Australia/Lord_Howe',
    'Asia/Kathmandu',
  );
  const starts = fc.constantFrom('00:00', '01:30', '02:00', '02:15', '04:00', '06:00');
  const turns = ['2025-10-26T01:00Z', '2025-11-02T06:00Z', '2025-04-05T15:00Z', '2025-03-30T01:00Z'].map(
    Date.parse,
  );
  const moments = fc.oneof(
    fc.integer({ min: Date.parse('2010-01-01'), max: Date.parse('2035-01-01') }),
    fc
      .tuple(fc.constantFrom(...turns), fc.integer({ min: -7_200_000, max: 7_200_000 }))
      .map(([turn, off]) => turn + off),
  );
  fc.assert(
    fc.property(zones, starts, moments, fc.integer({ min: 0, max: 7_200_000 }), (zone, start, ms, later) => {
      expect(tradingDay(ms + later, zone, start) >= tradingDay(ms, zone, start)).toBe(true);
    }),
    { numRuns: 300 },
  );
});

test('SALE-14 days are told apart from other text and counted', () => {
  expect([isDay('2025-05-06'), isDay('2025-13-01'), isDay('6 May'), isDay(20250506)]).toEqual([
    true,
    false,
    false,
    false,
  ]);
  expect(['2024-02-29', '2000-02-29', '2025-12-31'].every(isDay)).toBe(true);
  expect(['2025-02-29', '1900-02-29', '2025-04-31', '2025-1-01', '2025-01-00'].some(isDay)).toBe(false);
  expect(daysBetween('2025-02-27', '2025-03-01')).toBe(2);
  expect(daysBetween('2025-03-29', '2025-03-31')).toBe(2);
  expect(daysBetween('2025-03-31', '2025-03-29')).toBe(-2);
});
