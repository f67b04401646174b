/** An amount typed on a keypad or a keyboard. */
import { useState } from 'react';
import type { KeypadKey } from '../../ui/keypad-digits.ts';
import { usePhysicalKeypad } from '../../ui/use-physical-keypad.ts';
import { leaveButton } from './leave-button.ts';
import { readDigits, typeDigit, type TypedAmount } from '../pay/typed-amount.ts';

export interface TypedAmountControl {
  readonly amount: TypedAmount;
  readonly press: (key: KeypadKey) => void;
}

/** @param isActive false while the keyboard belongs to something above it, such as a PIN */
export function useTypedAmount(onEnter: (amount: TypedAmount) => void, isActive = true): TypedAmountControl {
  const [digits, setDigits] = useState('');
  const amount = readDigits(digits);
  const press = (key: KeypadKey) => {
    setDigits((typed) => typeDigit(typed, key));
  };
  usePhysicalKeypad({
    onKey: (key) => {
      leaveButton();
      press(key);
    },
    onEnter: () => {
      onEnter(amount);
    },
    isActive,
  });
  return { amount, press };
}
