/** Closes a shift: what was counted, what should have been there, what stays as float and what goes to the bank. */
import type { ShiftClosed } from './fact-body.ts';
import { money, type Money } from './money.ts';
import { refuse, type Refusal } from './refusal.ts';
import type { OpenShift } from './shift.ts';
import { expectedCash } from './shift-totals.ts';

export interface ClosedShift {
  readonly is: 'closed';
  readonly body: ShiftClosed;
}

/** `difference` is counted less expected: below zero, cash is missing. */
export function closeShift(
  shift: OpenShift | null,
  countedCash: Money,
  keptFloat: Money,
): ClosedShift | Refusal {
  if (shift === null) return refuse({ code: 'shift-not-open' });
  if (countedCash < 0) return refuse({ code: 'amount-below-zero', amount: countedCash });
  if (keptFloat < 0) return refuse({ code: 'amount-below-zero', amount: keptFloat });
  if (keptFloat > countedCash) return refuse({ code: 'float-over-counted', counted: countedCash });
  const expected = expectedCash(shift);
  const body: ShiftClosed = {
    shift: shift.shift,
    totals: shift.totals,
    expectedCash: expected,
    countedCash,
    difference: money(countedCash - expected),
    keptFloat,
    banked: money(countedCash - keptFloat),
  };
  return { is: 'closed', body };
}
