/** One hand-over of the drawer, written once however often it is tapped. */
import { useState } from 'react';
import { uuidv7 } from 'uuidv7';
import type { Money } from '../../domain/money.ts';
import type { OpenShift } from '../../domain/shift.ts';
import { handDrawerOver } from '../../local-db/hand-drawer-over.ts';
import { usePorts, useShop, type Person } from '../till-context.ts';
import { countedDenominations, NOTHING_COUNTED, typeCount, type TypedCounts } from './cash-count.ts';
import type { ShiftProblem } from './shift-problem.ts';

export interface HandOverControl {
  readonly to: Person | null;
  readonly choose: (person: Person) => void;
  readonly isCounting: boolean;
  readonly setCounting: (isCounting: boolean) => void;
  readonly counts: TypedCounts;
  readonly type: (value: Money, text: string) => void;
  readonly isSaving: boolean;
  readonly problem: ShiftProblem | null;
  /** Who has the drawer now; null until it is on disk. */
  readonly done: Person | null;
  readonly handOver: () => void;
}

export function useHandOver(shift: OpenShift, clerk: Person): HandOverControl {
  const { db, actingAs } = usePorts();
  const { denominations } = useShop().roster.policy.currency;
  const [handOver] = useState(uuidv7);
  const [to, choose] = useState<Person | null>(null);
  // No till knows what should be in a shared drawer.
  const [isCounting, setCounting] = useState(shift.shared === undefined);
  const [counts, setCounts] = useState(NOTHING_COUNTED);
  const [isSaving, setSaving] = useState(false);
  const [problem, setProblem] = useState<ShiftProblem | null>(null);
  const [done, setDone] = useState<Person | null>(null);
  const save = (taker: Person) => {
    setSaving(true);
    setProblem(null);
    const counted = isCounting ? countedDenominations(counts, denominations) : null;
    const asked = { handOver, shift: shift.shift, to: taker.id, denominations: counted };
    void handDrawerOver(db, asked, actingAs(clerk.id)).then((outcome) => {
      setSaving(false);
      if (outcome.is === 'recorded' || outcome.is === 'alreadyHandedOver') setDone(taker);
      else setProblem(outcome);
    });
  };
  return {
    ...{ to, choose, isCounting, setCounting, counts, isSaving, problem, done },
    type: (value, text) => {
      setCounts((before) => typeCount(before, value, text));
    },
    handOver: () => {
      if (to !== null && !isSaving) save(to);
    },
  };
}
