import { expect, test } from 'vitest';
import { keypadKeyOf } from '../../ui/keypad-digits.ts';
import { choosePinStep, NO_CHOICE, type PinChoice } from './choose-pin-step.ts';

const type = (digits: string, from: PinChoice = NO_CHOICE) =>
  Array.from(digits).reduce((choice, digit) => {
    const key = keypadKeyOf(digit);
    return key === null ? choice : choosePinStep(choice, { is: 'key', key, length: 4 });
  }, from);

test('SCREEN-70 a PIN is chosen when it was typed twice the same', () => {
  expect(type('0739')).toMatchObject({ first: '0739', digits: '', chosen: null });
  expect(type('07390739')).toMatchObject({ chosen: '0739' });
  expect(type('073907395')).toMatchObject({ chosen: '0739' });
});

test('SCREEN-70 another second time, a common one, or a full tablet begins again and says why', () => {
  expect(type('07390738')).toEqual({ ...NO_CHOICE, refusal: 'different' });
  expect(type('1234')).toEqual({ ...NO_CHOICE, refusal: 'common' });
  expect(choosePinStep(type('07390739'), { is: 'cannotSave' })).toEqual({
    ...NO_CHOICE,
    refusal: 'cannotSave',
  });
  expect(type('1', type('1234')).refusal).toBeNull();
});
