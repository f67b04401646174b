/** The words of opening, watching and closing a shift; no part of what a till loads to sell. */
import { createContext, useContext } from 'react';
import type { Widened } from '../words/en.ts';
import { enShift } from '../words/en-shift.ts';

export type ShiftWords = Widened<typeof enShift>;

const ShiftWordsContext = createContext<ShiftWords>(enShift);

export function useShiftWords(): ShiftWords {
  return useContext(ShiftWordsContext);
}
