import { expect, test } from 'vitest';
import { isNote } from './is-note.ts';
import { money } from './money.ts';

const currency = (code: string, digits: number) => ({ code, digits, cashStep: 1, denominations: [] });

test('SALE-31 a piece of cash is called a note where it is one, whatever it is worth', () => {
  expect(isNote(money(500), currency('GBP', 2))).toBe(true);
  expect(isNote(money(200), currency('GBP', 2))).toBe(false);
  expect(isNote(money(500), currency('JPY', 0))).toBe(false);
  expect(isNote(money(1_000), currency('JPY', 0))).toBe(true);
  expect(isNote(money(20_000), currency('HUF', 2))).toBe(false);
  expect(isNote(money(250), currency('KWD', 3))).toBe(true);
  expect(isNote(money(100), currency('KWD', 3))).toBe(false);
  expect(isNote(money(500), currency('CHF', 2))).toBe(false);
});
