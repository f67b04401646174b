/** Records cash that moves without a sale, with the shift's totals. */
import { approvalForCash, moveCash as decideMove, type CashToMove } from '../domain/cash-move.ts';
import { refuse, type Refusal } from '../domain/refusal.ts';
import { addCashMove } from '../domain/shift-totals.ts';
import type { Acting, Approval } from './acting.ts';
import { appendFact, type Appended, type Decision, type JournalView } from './append-fact.ts';
import { ONLY } from './journal-db.ts';
import type { NotSaved } from './not-saved.ts';
import type { LocalDb } from './open-local-db.ts';
import { refuseApproval } from './refuse-approval.ts';
import { roleOf } from './role-of.ts';

type Stopped = Refusal | { readonly is: 'alreadyMoved' };

/** @param approval of whoever agreed to it, where someone had to. */
export function moveCash(
  db: LocalDb,
  asked: CashToMove,
  approval: Approval | null,
  acting: Acting,
): Promise<Appended | Stopped | NotSaved> {
  return appendFact<Stopped>(db, acting, async (view) => {
    const known = await db.journal.facts.where('about').equals(asked.move).count();
    if (known > 0) return { is: 'stop', with: { is: 'alreadyMoved' } };
    const needed = approvalForCash(asked, roleOf(view.roster, acting.staff));
    const refusal = await refuseApproval(approval, needed);
    return refusal === null ? decide(db, asked, approval, view) : { is: 'stop', with: refusal };
  });
}

function decide(
  db: LocalDb,
  asked: CashToMove,
  approval: Approval | null,
  { shift }: JournalView,
): Decision<Refusal> {
  if (shift === null) return { is: 'stop', with: refuse({ code: 'shift-not-open' }) };
  const moved = decideMove(shift.open, asked);
  if (moved.is === 'refused') return { is: 'stop', with: moved };
  const totals = addCashMove(shift.open.totals, moved.body);
  return {
    is: 'append',
    happened: { kind: 'cashMoved', body: moved.body },
    approval,
    move: () => db.journal.shifts.put({ key: ONLY, value: { ...shift, open: { ...shift.open, totals } } }),
  };
}
