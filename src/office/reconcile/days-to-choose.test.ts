import { expect, test } from 'vitest';
import { daysToChoose, neighbours } from './days-to-choose.ts';

const known = [
  { day: '2025-05-06', receipts: 3 },
  { day: '2025-05-02', receipts: 1 },
];

test('OFFICE-12 today and the day looked at can always be chosen, the latest first, each once', () => {
  const days = (chosen: string, today: string) =>
    daysToChoose(known, { chosen, today }).map(({ day }) => day);
  expect(days('2025-05-06', '2025-05-06')).toEqual(['2025-05-06', '2025-05-02']);
  expect(days('2025-05-04', '2025-05-07')).toEqual(['2025-05-07', '2025-05-06', '2025-05-04', '2025-05-02']);
});

test('OFFICE-12 the days before and after are the next with anything in them', () => {
  expect(neighbours(known, '2025-05-06')).toEqual({ earlier: '2025-05-02', later: null });
  expect(neighbours(known, '2025-05-02')).toEqual({ earlier: null, later: '2025-05-06' });
});
