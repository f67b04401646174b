/** Tills that were selling and fell silent: somebody should look at the tablet. */
import type { TillDay } from '../../protocol/people-messages.ts';

export interface DayLookedAt {
  readonly day: string;
  readonly today: string;
  /** By the shop's opening hours, when this was read. */
  readonly isOpen: boolean;
}

/** On an older day, and while the shop is closed, a till is silent because nobody works there: its row says so, and nobody is alarmed. */
export function silentTills(tills: readonly TillDay[], { day, today, isOpen }: DayLookedAt): TillDay[] {
  if (day !== today || !isOpen) return [];
  return tills.filter(
    ({ status, shifts }) => status === 'silent' && shifts.some(({ closedAt }) => closedAt === null),
  );
}
