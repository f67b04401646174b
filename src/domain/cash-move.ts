/** Cash that moves without a sale: into the drawer, out of it for a reason, or as a drop to the safe. */
import type { ApprovalNeed } from './approval-for.ts';
import { looksLikeCardNumber } from './card-number.ts';
import type { CashMoved } from './fact-body.ts';
import type { Money } from './money.ts';
import { refuse, type Refusal } from './refusal.ts';
import type { Role } from './role.ts';
import { NOTE_LENGTH_MAX, TENDER_AMOUNT_MAX } from './sale-limits.ts';
import type { OpenShift } from './shift.ts';
import { expectedCash } from './shift-totals.ts';

export interface CashToMove {
  /** UUIDv7 made with the sheet, so a second tap moves nothing. */
  readonly move: string;
  readonly is: CashMoved['is'];
  readonly amount: Money;
  readonly reason: string;
}

export interface MovedCash {
  readonly is: 'moved';
  readonly body: CashMoved;
}

/** No more leaves the drawer than should be in it; what other tills put into a shared one nobody here knows. */
export function moveCash(shift: OpenShift, asked: CashToMove): MovedCash | Refusal {
  if (asked.amount === 0) return refuse({ code: 'amount-zero' });
  if (asked.amount < 0) return refuse({ code: 'amount-below-zero', amount: asked.amount });
  if (asked.amount > TENDER_AMOUNT_MAX) return refuse({ code: 'amount-too-large', limit: TENDER_AMOUNT_MAX });
  const unfit = refuseReason(asked.reason.trim());
  if (unfit !== null) return unfit;
  const expected = expectedCash(shift);
  if (asked.is !== 'in' && shift.shared === undefined && asked.amount > expected)
    return refuse({ code: 'more-than-in-drawer', expected });
  return { is: 'moved', body: { ...asked, reason: asked.reason.trim(), shift: shift.shift } };
}

function refuseReason(reason: string): Refusal | null {
  if (reason === '') return refuse({ code: 'reason-missing' });
  if (reason.length > NOTE_LENGTH_MAX) return refuse({ code: 'note-too-long', limit: NOTE_LENGTH_MAX });
  return looksLikeCardNumber(reason) ? refuse({ code: 'number-looks-like-card' }) : null;
}

/** Cash that leaves the drawer in a clerk's hands needs somebody else's word; putting some in needs nobody's. */
export function approvalForCash({ move, is, amount, reason }: CashToMove, role: Role): ApprovalNeed | null {
  if (is === 'in' || role !== 'clerk') return null;
  return { why: 'cash-move', act: ['cash-move', move, is, amount, reason.trim()].join('; ') };
}
