import { expect, test } from 'vitest';
import { isCommonPin, pinLengthOf } from './pin-rule.ts';
import { mayVouchFor } from './role.ts';

test('IDEN-51 the PINs that everybody tries first are refused, others are not', () => {
  const common = [
    '0000',
    '1234',
    '4321',
    '7890',
    '1212',
    '1122',
    '1987',
    '2580',
    '111111',
    '123123',
    '654321',
  ];
  expect(common.filter((pin) => !isCommonPin(pin))).toEqual([]);
  const good = ['2468', '1593', '9071', '135790', '804213', '7391'];
  expect(good.filter(isCommonPin)).toEqual([]);
});

test('IDEN-51 a clerk’s PIN has four digits, an approver’s six', () => {
  expect([pinLengthOf('clerk'), pinLengthOf('supervisor'), pinLengthOf('owner')]).toEqual([4, 6, 6]);
});

test('IDEN-52 an approver lets choose a PIN who stands no higher than they; a clerk lets nobody', () => {
  expect(mayVouchFor('supervisor', 'clerk')).toBe(true);
  expect(mayVouchFor('manager', 'manager')).toBe(true);
  expect(mayVouchFor('supervisor', 'manager')).toBe(false);
  expect(mayVouchFor('manager', 'owner')).toBe(false);
  expect(mayVouchFor('clerk', 'clerk')).toBe(false);
});
