import { expect, test } from 'vitest';
import { money, NO_MONEY } from '../../domain/money.ts';
import { quantity } from '../../domain/quantity.ts';
import type { TillDay } from '../../protocol/people-messages.ts';
import { silentTills } from './silent-tills.ts';

const NOTHING = { net: NO_MONEY, tax: NO_MONEY, gross: NO_MONEY, cash: NO_MONEY, card: NO_MONEY };

function till(changes: Partial<TillDay> = {}, closedAt: number | null = null): TillDay {
  return {
    till: 'till-1',
    name: 'Till 1',
    status: 'silent',
    firstReceipt: null,
    lastReceipt: null,
    received: 0,
    strip: [],
    onTablet: { sales: 0, value: NO_MONEY },
    lastHeardAt: 0,
    takings: { sales: 0, refunds: 0, lines: 0, units: quantity(0), ...NOTHING, byRate: [] },
    shifts: [
      {
        ...{ shift: 'shift-1', openedAt: 0, openedBy: 'Amara', closedAt, float: money(15_000) },
        ...{ expectedCash: money(15_000), countedCash: null, difference: null },
      },
    ],
    ...changes,
  };
}

const today = { day: '2025-05-06', today: '2025-05-06', isOpen: true };

test('OFFICE-50 P7 a till that was selling and fell silent is an alarm', () => {
  expect(silentTills([till(), till({ status: 'open' })], today)).toEqual([till()]);
});

test('OFFICE-50 none is one that is closed and only holds sales back, or on a day that is over', () => {
  expect(silentTills([till({}, 1)], today)).toEqual([]);
  expect(silentTills([till()], { ...today, today: '2025-05-07' })).toEqual([]);
});

test('OFFICE-51 P7 while the shop is closed a silent till is no alarm', () => {
  expect(silentTills([till()], { ...today, isOpen: false })).toEqual([]);
});
