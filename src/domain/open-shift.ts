/** Opens a shift: a drawer with its float, on a trading day. */
import type { ShiftOpened } from './fact-body.ts';
import { refuse, type Refusal } from './refusal.ts';
import type { OpenShift } from './shift.ts';
import { NO_SHIFT_TOTALS } from './shift-totals.ts';

export type ShiftToOpen = ShiftOpened & Pick<OpenShift, 'openedAt' | 'openedBy'>;

export interface OpenedShift {
  readonly is: 'opened';
  readonly shift: OpenShift;
  readonly body: ShiftOpened;
}

/** @param current the shift that is open at this till, if any */
export function openShift(
  current: OpenShift | null,
  { shift, day, drawer, float, shared, openedAt, openedBy }: ShiftToOpen,
): OpenedShift | Refusal {
  if (current !== null) return refuse({ code: 'shift-open', shift: current.shift });
  if (float < 0) return refuse({ code: 'amount-below-zero', amount: float });
  if (shared?.is === 'countedAt' && float !== 0) return refuse({ code: 'counted-elsewhere' });
  const body: ShiftOpened = { shift, day, drawer, float, ...(shared === undefined ? {} : { shared }) };
  return { is: 'opened', shift: { ...body, openedAt, openedBy, totals: NO_SHIFT_TOTALS }, body };
}
