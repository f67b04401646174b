/** Opens the shift, once, however often the button is tapped. */
import { useState } from 'react';
import { uuidv7 } from 'uuidv7';
import type { Money } from '../../domain/money.ts';
import { openShift } from '../../local-db/open-shift.ts';
import { usePorts, type Person } from '../till-context.ts';
import type { ShiftProblem } from './shift-problem.ts';

/** Every till has a drawer of its own until drawers can be shared. */
const DRAWER = 'drawer-1';

export interface OpeningShift {
  readonly isSaving: boolean;
  readonly problem: ShiftProblem | null;
  readonly open: (float: Money) => void;
}

export function useOpenShift(clerk: Person): OpeningShift {
  const { db, actingAs, clock } = usePorts();
  const [shift] = useState(uuidv7);
  const [isSaving, setSaving] = useState(false);
  const [problem, setProblem] = useState<ShiftProblem | null>(null);
  const open = (float: Money) => {
    setSaving(true);
    setProblem(null);
    const asked = { shift, day: clock.day(), drawer: DRAWER, float };
    void openShift(db, asked, actingAs(clerk.id)).then((outcome) => {
      // Opened: the shift is on disk now, and the till goes on by itself.
      if (outcome.is === 'recorded') return;
      setSaving(false);
      setProblem(outcome);
    });
  };
  return { isSaving, problem, open };
}
