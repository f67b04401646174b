/** Closes the shift. Each count and the close are facts: the next step is shown once they are on disk. */
import { NO_MONEY } from '../../domain/money.ts';
import type { OpenShift } from '../../domain/shift.ts';
import { closeShift, type ShiftToClose } from '../../local-db/close-shift.ts';
import { recordCount } from '../../local-db/record-count.ts';
import { makeMachine, useMachine, type Machine } from '../machine.ts';
import { usePorts, useShop, type Person } from '../till-context.ts';
import { countedDenominations, countedSum } from './cash-count.ts';
import {
  closingStep,
  startClosing,
  type ClosingEvent,
  type ClosingState,
  type ClosingStep,
} from './closing-state.ts';

export interface ClosingControl {
  readonly state: ClosingState;
  readonly send: (event: ClosingEvent) => void;
  readonly saveCount: () => void;
  readonly close: () => void;
}

/** @param parked baskets that are parked when the closing begins */
export function useClosing(shift: OpenShift, clerk: Person, parked: number): ClosingControl {
  const { db, actingAs } = usePorts();
  const { denominations } = useShop().roster.policy.currency;
  const [state, machine] = useMachine(() =>
    makeMachine(startClosing(parked, shift.shared?.is !== 'countedAt'), closingStep),
  );
  const saveCount = () => {
    if (!beginSaving(machine)) return;
    const { counts } = machine.current();
    const count = { shift: shift.shift, denominations: countedDenominations(counts, denominations) };
    void recordCount(db, count, actingAs(clerk.id)).then((outcome) => {
      if (outcome.is !== 'recorded') machine.send({ is: 'failed', problem: outcome });
      else machine.send({ is: 'counted', counted: countedSum(counts, denominations) });
    });
  };
  const close = () => {
    const { step, details } = machine.current();
    const count = countIn(step);
    if (count === null || !beginSaving(machine)) return;
    const asked = { shift: shift.shift, ...count, ...details };
    void closeShift(db, asked, actingAs(clerk.id)).then((outcome) => {
      if (outcome.is !== 'recorded') machine.send({ is: 'failed', problem: outcome });
      else machine.send({ is: 'closed', shift: shift.shift });
    });
  };
  return { state, send: machine.send, saveCount, close };
}

/** Null where it is not yet time to close. */
function countIn(step: ClosingStep): Pick<ShiftToClose, 'countedCash' | 'keptFloat'> | null {
  if (step.is === 'leave') return { countedCash: null, keptFloat: NO_MONEY };
  return step.is === 'keep' ? { countedCash: step.counted, keptFloat: step.kept } : null;
}

/** False while something is being saved already. */
function beginSaving(machine: Machine<ClosingState, ClosingEvent>): boolean {
  if (machine.current().isSaving) return false;
  machine.send({ is: 'saving' });
  return true;
}
