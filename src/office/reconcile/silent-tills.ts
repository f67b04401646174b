/** Tills that were selling and fell silent: somebody should look at the tablet. */
import type { TillDay } from '../../protocol/people-messages.ts';

export interface DayLookedAt {
  readonly day: string;
  readonly today: string;
}

/** On an older day a till is silent because nobody works there any more: its row says so, and nobody is alarmed. */
export function silentTills(tills: readonly TillDay[], { day, today }: DayLookedAt): TillDay[] {
  if (day !== today) return [];
  return tills.filter(
    ({ status, shifts }) => status === 'silent' && shifts.some(({ closedAt }) => closedAt === null),
  );
}
