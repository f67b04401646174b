/** One move of cash, asked of an approver where the rule says so, and written once however often it is tapped. */
import { useState } from 'react';
import { uuidv7 } from 'uuidv7';
import { approvalForCash, type CashToMove } from '../../domain/cash-move.ts';
import type { Approval } from '../../local-db/acting.ts';
import { moveCash } from '../../local-db/move-cash.ts';
import { usePorts, type Person } from '../till-context.ts';
import type { ApproveOutcome } from '../till-ports.ts';
import type { ShiftProblem } from './shift-problem.ts';

export interface CashMoveControl {
  readonly isSaving: boolean;
  readonly problem: ShiftProblem | null;
  /** What an approver is being asked for. */
  readonly asked: CashToMove | null;
  readonly move: (what: Omit<CashToMove, 'move'>) => void;
  readonly ask: (approver: string, pin: string) => Promise<ApproveOutcome>;
  readonly approved: (approval: Approval) => void;
  readonly keepTyping: () => void;
}

export function useCashMove(clerk: Person, onDone: () => void): CashMoveControl {
  const { db, actingAs, access } = usePorts();
  const [move] = useState(uuidv7);
  const [isSaving, setSaving] = useState(false);
  const [problem, setProblem] = useState<ShiftProblem | null>(null);
  const [asked, setAsked] = useState<CashToMove | null>(null);
  const save = (what: CashToMove, approval: Approval | null) => {
    setAsked(null);
    setSaving(true);
    void moveCash(db, what, approval, actingAs(clerk.id)).then((outcome) => {
      setSaving(false);
      if (outcome.is === 'recorded' || outcome.is === 'alreadyMoved') onDone();
      else setProblem(outcome);
    });
  };
  return {
    isSaving,
    problem,
    asked,
    move: (what) => {
      const whole = { ...what, move };
      setProblem(null);
      if (approvalForCash(whole, clerk.role) === null) save(whole, null);
      else setAsked(whole);
    },
    ask: (approver, pin) => {
      const need = asked && approvalForCash(asked, clerk.role);
      return need === null
        ? Promise.resolve({ is: 'notAllowed' as const })
        : access.approve(approver, pin, need.act);
    },
    approved: (approval) => {
      if (asked !== null) save(asked, approval);
    },
    keepTyping: () => {
      setAsked(null);
    },
  };
}
