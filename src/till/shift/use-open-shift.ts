/** Opens the shift, once, however often the button is tapped: with the drawer's float, or into a drawer that another till counts. */
import { useLiveQuery } from 'dexie-react-hooks';
import { useState } from 'react';
import { uuidv7 } from 'uuidv7';
import { OWN_DRAWER, shareOf, type Drawer } from '../../domain/drawer.ts';
import type { SharedDrawer } from '../../domain/shared-drawer.ts';
import { NO_MONEY, type Money } from '../../domain/money.ts';
import { floatLeftIn } from '../../local-db/closed-shifts.ts';
import { openShift } from '../../local-db/open-shift.ts';
import { usePorts, useShop, type Person } from '../till-context.ts';
import type { ShiftProblem } from './shift-problem.ts';

export interface OpeningShift {
  readonly isSaving: boolean;
  readonly problem: ShiftProblem | null;
  /** Null where head office told of none: then the till has one of its own. */
  readonly drawer: Drawer | null;
  /** Null where no other till uses it. */
  readonly shared: SharedDrawer | null;
  /** What to begin with; null while that is being looked up. */
  readonly float: { readonly amount: Money; readonly from: 'lastClose' | 'rules' | 'typed' } | null;
  readonly typeFloat: (amount: Money) => void;
  /** Though another till is to do it, this one has the float today and counts. */
  readonly countHere: () => void;
  readonly open: () => void;
}

export function useOpenShift(clerk: Person): OpeningShift {
  const { db, actingAs, clock } = usePorts();
  const { shared, drawer, countHere } = useShare();
  const { float, typeFloat } = useFloat(drawer?.id ?? OWN_DRAWER);
  const [shift] = useState(uuidv7);
  const [isSaving, setSaving] = useState(false);
  const [problem, setProblem] = useState<ShiftProblem | null>(null);
  const open = () => {
    if (float === null) return;
    setSaving(true);
    setProblem(null);
    const asked = {
      ...{ shift, day: clock.day(), drawer: drawer?.id ?? OWN_DRAWER },
      float: shared?.is === 'countedAt' ? NO_MONEY : float.amount,
      ...(shared === null ? {} : { shared }),
    };
    void openShift(db, asked, actingAs(clerk.id)).then((outcome) => {
      // Opened: the shift is on disk now, and the till goes on by itself.
      if (outcome.is === 'recorded') return;
      setSaving(false);
      setProblem(outcome);
    });
  };
  return { isSaving, problem, drawer, shared, float, typeFloat, countHere, open };
}

function useShare(): Pick<OpeningShift, 'drawer' | 'shared' | 'countHere'> {
  const { roster } = useShop();
  const [countsHere, setCountsHere] = useState(false);
  const drawer = roster.drawer ?? null;
  const assigned = drawer && shareOf(drawer, roster.till);
  const shared =
    countsHere && assigned !== null ? { is: 'countedHere' as const, others: assigned.others } : assigned;
  return {
    drawer,
    shared,
    countHere: () => {
      setCountsHere(true);
    },
  };
}

/** What was typed, else what the last close left in that drawer, else what the shop's rules say. */
function useFloat(drawer: string): Pick<OpeningShift, 'float' | 'typeFloat'> {
  const { db } = usePorts();
  const { policy } = useShop().roster;
  const [typed, typeFloat] = useState<Money | null>(null);
  const left = useLiveQuery(() => floatLeftIn(db, drawer), [db, drawer]);
  if (typed !== null) return { typeFloat, float: { amount: typed, from: 'typed' } };
  if (left === undefined) return { typeFloat, float: null };
  return {
    typeFloat,
    float: left === null ? { amount: policy.float, from: 'rules' } : { amount: left, from: 'lastClose' },
  };
}
