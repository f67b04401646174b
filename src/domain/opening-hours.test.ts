import { expect, test } from 'vitest';
import { areOpeningHours, isOpenAt, overlappingDay, type OpeningHours } from './opening-hours.ts';

const nine = [{ from: '09:00', to: '17:30' }];
/** With a break on Wednesday, late on Friday and Saturday, closed on Sunday. */
const hours: OpeningHours = [
  nine,
  nine,
  [
    { from: '09:00', to: '13:00' },
    { from: '14:00', to: '18:00' },
  ],
  nine,
  [{ from: '18:00', to: '02:00' }],
  [{ from: '18:00', to: '00:00' }],
  [],
];

test.each([
  // Monday, in summer time.
  ['2025-05-05T08:00+01:00', false],
  ['2025-05-05T09:00+01:00', true],
  ['2025-05-05T17:29+01:00', true],
  ['2025-05-05T17:30+01:00', false],
  ['2025-05-07T13:30+01:00', false],
  ['2025-05-07T14:00+01:00', true],
  ['2025-05-09T10:00+01:00', false],
  ['2025-05-10T01:59+01:00', true],
  ['2025-05-10T02:00+01:00', false],
  ['2025-05-10T23:59+01:00', true],
  ['2025-05-11T00:00+01:00', false],
  ['2025-05-11T12:00+01:00', false],
  // In winter nine o'clock is another moment.
  ['2025-12-01T09:00Z', true],
  ['2025-12-01T08:30Z', false],
])('OFFICE-51 at %s the shop is open: %s', (moment, isOpen) => {
  expect(isOpenAt(hours, Date.parse(moment), 'Europe/London')).toBe(isOpen);
});

test('OFFICE-51 Sunday night reaches into Monday, and a day may be open around the clock', () => {
  const late: OpeningHours = [[], [], [], [], [], [], [{ from: '22:00', to: '03:00' }]];
  expect(isOpenAt(late, Date.parse('2025-05-05T02:00+01:00'), 'Europe/London')).toBe(true);
  expect(isOpenAt(late, Date.parse('2025-05-05T03:00+01:00'), 'Europe/London')).toBe(false);
  const always: OpeningHours = Array.from({ length: 7 }, () => [{ from: '00:00', to: '00:00' }]);
  expect(areOpeningHours(always)).toBe(true);
  expect(isOpenAt(always, Date.parse('2025-05-05T02:00+01:00'), 'Europe/London')).toBe(true);
});

test('RULES-6 hours that overlap, on one day or past midnight, have the day that they begin on', () => {
  const withDay = (day: number, periods: OpeningHours[number]) => hours.with(day, periods);
  expect([areOpeningHours(hours), overlappingDay(hours)]).toEqual([true, null]);
  expect(overlappingDay(withDay(5, [{ from: '01:00', to: '05:00' }]))).toBe(5);
  expect(overlappingDay(withDay(0, [...nine, { from: '17:00', to: '19:00' }]))).toBe(0);
  expect(overlappingDay(withDay(6, [{ from: '20:00', to: '10:00' }]))).toBe(0);
  expect(overlappingDay(withDay(1, [...nine, { from: '17:30', to: '19:00' }]))).toBeNull();
});

test('RULES-6 what is no week of hours is none', () => {
  const closed: OpeningHours = Array.from({ length: 7 }, () => []);
  for (const wrong of [
    closed,
    hours.slice(1),
    hours.with(0, [{ from: '9:00', to: '17:00' }]),
    hours.with(0, [{ from: '09:00', to: '24:00' }]),
    hours.with(6, [{ from: '09:00', to: '09:00' }]),
    hours.with(0, [...nine, { from: '18:00', to: '19:00' }, { from: '20:00', to: '21:00' }]),
  ])
    expect(areOpeningHours(wrong)).toBe(false);
});
