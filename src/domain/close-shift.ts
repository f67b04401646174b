/** Closes a shift: what was counted, what should have been there, what stays as float and what goes to the bank. */
import type { ShiftClosed } from './fact-body.ts';
import { looksLikeCardNumber } from './card-number.ts';
import { money, NO_MONEY, type Money } from './money.ts';
import { refuse, type Refusal } from './refusal.ts';
import type { OpenShift } from './shift.ts';
import { expectedCash } from './shift-totals.ts';

export interface ClosedShift {
  readonly is: 'closed';
  readonly body: ShiftClosed;
}

/** What may be stated beside the cash. */
export interface CloseDetails {
  /** The card terminal's own total. */
  readonly cardTerminal?: Money;
  /** Number on the bag that goes to the bank. */
  readonly bag?: string;
  /** What head office does not have yet; none is not stated. */
  readonly unsent?: NonNullable<ShiftClosed['unsent']>;
}

export const BAG_NUMBER_LENGTH_MAX = 40;

/** `difference` is counted less expected: below zero, cash is missing. */
export function closeShift(
  shift: OpenShift | null,
  countedCash: Money,
  keptFloat: Money,
  details: CloseDetails = {},
): ClosedShift | Refusal {
  if (shift === null) return refuse({ code: 'shift-not-open' });
  if (shift.shared?.is === 'countedAt') return refuse({ code: 'counted-elsewhere' });
  if (countedCash < 0) return refuse({ code: 'amount-below-zero', amount: countedCash });
  if (keptFloat < 0) return refuse({ code: 'amount-below-zero', amount: keptFloat });
  if (keptFloat > countedCash) return refuse({ code: 'float-over-counted', counted: countedCash });
  const bag = bagOf(details);
  if (bag.is === 'refused') return bag;
  const expected = expectedCash(shift);
  const body: ShiftClosed = {
    shift: shift.shift,
    totals: shift.totals,
    expectedCash: expected,
    countedCash,
    difference: money(countedCash - expected),
    keptFloat,
    banked: money(countedCash - keptFloat),
    ...cardOf(shift, details),
    ...unsentOf(details),
    ...bag.stated,
  };
  return { is: 'closed', body };
}

/** Where another till counts: what this one took stays in the drawer, and nothing is said to be over or short. */
export function closeUncounted(
  shift: OpenShift | null,
  details: Omit<CloseDetails, 'bag'> = {},
): ClosedShift | Refusal {
  if (shift === null) return refuse({ code: 'shift-not-open' });
  if (shift.shared?.is !== 'countedAt') return refuse({ code: 'count-missing' });
  const expected = expectedCash(shift);
  const body: ShiftClosed = {
    shift: shift.shift,
    totals: shift.totals,
    expectedCash: expected,
    countedCash: expected,
    difference: NO_MONEY,
    keptFloat: expected,
    banked: NO_MONEY,
    countedAt: shift.shared.till,
    ...cardOf(shift, details),
    ...unsentOf(details),
  };
  return { is: 'closed', body };
}

function unsentOf({ unsent }: CloseDetails): Partial<ShiftClosed> {
  return unsent === undefined || unsent.sales === 0 ? {} : { unsent };
}

function cardOf({ totals }: OpenShift, { cardTerminal }: CloseDetails): Partial<ShiftClosed> {
  if (cardTerminal === undefined) return {};
  return { cardTerminal, cardDifference: money(cardTerminal - totals.card) };
}

function bagOf({ bag }: CloseDetails): { readonly is: 'bag'; readonly stated: CloseDetails } | Refusal {
  const number = bag?.trim() ?? '';
  if (number === '') return { is: 'bag', stated: {} };
  if (number.length > BAG_NUMBER_LENGTH_MAX) {
    return refuse({ code: 'note-too-long', limit: BAG_NUMBER_LENGTH_MAX });
  }
  if (looksLikeCardNumber(number)) return refuse({ code: 'number-looks-like-card' });
  return { is: 'bag', stated: { bag: number } };
}
