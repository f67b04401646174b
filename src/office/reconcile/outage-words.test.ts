import { expect, test } from 'vitest';
import { money } from '../../domain/money.ts';
import type { OutageWindow } from '../../protocol/people-messages.ts';
import { makeShopFormat } from '../shop-format.ts';
import { longestOutage, outageWords } from './outage-words.ts';

const format = makeShopFormat({ locale: 'en-GB', timeZone: 'UTC', currency: { code: 'GBP', digits: 2 } });
const at = (hour: number, minute: number) => Date.UTC(2025, 4, 6, hour, minute);
const outage: OutageWindow = {
  capability: 'signIn',
  from: at(6, 10),
  until: at(6, 50),
  tills: 4,
  sales: 143,
  value: money(238_140),
  lastReceivedAt: at(6, 52),
};

test('P9 the founding case reads as one line', () => {
  expect(outageWords(outage, 0, format)).toBe(
    'Sign-in was down 06:10–06:50. 4 tills sold on: 143 sales, £2,381.40. All of them received by 06:52.',
  );
});

test('OFFICE-13 it never says that all is received while a tablet holds receipts', () => {
  expect(outageWords(outage, 3, format)).toMatch(/The last that is here came at 06:52\.$/);
});

test('OFFICE-13 an outage that lasts, and one in which nothing was sold', () => {
  const lasting = { ...outage, until: null, sales: 0, value: money(0), lastReceivedAt: null };
  expect(outageWords(lasting, 0, format)).toBe(
    'Sign-in is down since 06:10, as far as the tills could tell. Nothing was sold meanwhile.',
  );
});

test('OFFICE-13 the longest is named; one that lasts outlasts all', () => {
  const short = { ...outage, until: at(6, 11) };
  const lasting = { ...outage, from: at(9, 0), until: null };
  expect(longestOutage([short, outage])).toBe(outage);
  expect(longestOutage([outage, lasting])).toBe(lasting);
  expect(longestOutage([])).toBeNull();
});
