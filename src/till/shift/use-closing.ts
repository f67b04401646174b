/** Closes the shift. Each count and the close are facts: the next step is shown once they are on disk. */
import type { OpenShift } from '../../domain/shift.ts';
import { closeShift } from '../../local-db/close-shift.ts';
import { recordCount } from '../../local-db/record-count.ts';
import { makeMachine, useMachine, type Machine } from '../machine.ts';
import { usePorts, useShop, type Person } from '../till-context.ts';
import { countedDenominations, countedSum } from './cash-count.ts';
import { closingStep, startClosing, type ClosingEvent, type ClosingState } from './closing-state.ts';

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
  const [state, machine] = useMachine(() => makeMachine(startClosing(parked), closingStep));
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
    if (step.is !== 'keep' || !beginSaving(machine)) return;
    const asked = { shift: shift.shift, countedCash: step.counted, keptFloat: step.kept, ...details };
    void closeShift(db, asked, actingAs(clerk.id)).then((outcome) => {
      if (outcome.is !== 'recorded') machine.send({ is: 'failed', problem: outcome });
      else machine.send({ is: 'closed', shift: shift.shift });
    });
  };
  return { state, send: machine.send, saveCount, close };
}

/** False while something is being saved already. */
function beginSaving(machine: Machine<ClosingState, ClosingEvent>): boolean {
  if (machine.current().isSaving) return false;
  machine.send({ is: 'saving' });
  return true;
}
