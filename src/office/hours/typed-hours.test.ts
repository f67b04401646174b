import { expect, test } from 'vitest';
import type { OpeningHours } from '../../domain/opening-hours.ts';
import { readDay, readWeek, typedWeek, weekText } from './typed-hours.ts';

const day = [{ from: '09:00', to: '17:30' }];
const hours: OpeningHours = [
  day,
  day,
  day,
  [
    { from: '09:00', to: '13:00' },
    { from: '14:00', to: '18:00' },
  ],
  [{ from: '18:00', to: '02:00' }],
  [{ from: '10:00', to: '00:00' }],
  [],
];

test.each([
  '09:00–17:30',
  '9-17:30',
  ' 9.00 – 17.30 ',
  '9 to 17:30',
  '9 bis 17.30 Uhr',
  '9am-5:30pm',
  '9h00—17h30',
])('RULES-6 %s is read as people write it', (text) => {
  expect(readDay(text)).toEqual(day);
});

test('RULES-6 two periods, past midnight, around the clock, and closed', () => {
  expect(readDay('9-13, 14-18')).toEqual(hours[3]);
  expect(readDay('9-13 und 14-18')).toEqual(hours[3]);
  expect(readDay('18-2')).toEqual(hours[4]);
  expect(readDay('10-24')).toEqual(hours[5]);
  expect(readDay('0-24')).toEqual([{ from: '00:00', to: '00:00' }]);
  expect(readDay('12pm-12am')).toEqual([{ from: '12:00', to: '00:00' }]);
  for (const closed of ['', ' ', 'closed', 'Geschlossen', '–']) expect(readDay(closed)).toEqual([]);
});

test.each(['9', '9-', '9-25', '9-17-18', '9:60-17', 'morning', '9-10, 11-12, 13-14', '13pm-14pm', '9-17,'])(
  'RULES-6 %s is no hours',
  (text) => {
    expect(readDay(text)).toBe('unread');
  },
);

test.each(['9-5', '9-5:30', '9am-5', '10-10', '6-2'])(
  'RULES-6 %s may mean the afternoon: it is asked',
  (text) => {
    expect(readDay(text)).toBe('afternoon');
  },
);

test('RULES-6 a long day is typed with whole times', () => {
  expect(readDay('06:00-02:00')).toEqual([{ from: '06:00', to: '02:00' }]);
  expect(readDay('9am-5pm')).toEqual([{ from: '09:00', to: '17:00' }]);
  expect(readDay('12-2')).toEqual([{ from: '12:00', to: '02:00' }]);
});

test('RULES-6 a week that is opened and read as it was is the same; one without any hours is none', () => {
  expect(readWeek(typedWeek(hours))).toEqual({ is: 'hours', hours });
  expect(readWeek(typedWeek(null))).toEqual({ is: 'hours', hours: null });
});

test('RULES-6 the day that is wrong is named', () => {
  const typed = typedWeek(hours);
  expect(readWeek(typed.with(2, 'noonish'))).toEqual({ is: 'fault', day: 2, why: 'unread' });
  expect(readWeek(typed.with(5, '1-5'))).toEqual({ is: 'fault', day: 5, why: 'overlaps' });
});

test('RULES-6 days in a row with the same hours are told together', () => {
  const weekdays = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];
  expect(weekText(hours, { weekdays, closed: 'closed' })).toBe(
    'Mon–Wed 09:00–17:30; Thu 09:00–13:00, 14:00–18:00; Fri 18:00–02:00; Sat 10:00–24:00; Sun closed',
  );
});
