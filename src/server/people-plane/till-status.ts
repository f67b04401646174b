/** A till's day in one word: the gravest thing a manager should know of it. */
import type { TillDay } from '../../protocol/people-messages.ts';

export interface TillSigns {
  readonly revoked: boolean;
  readonly lost: number;
  readonly unreadable: number;
  readonly onTablet: number;
  readonly openShifts: number;
  readonly closedShifts: number;
  /** Null when it was never heard. */
  readonly silentMs: number | null;
}

/** A working till is heard every minute or so; this is long enough for a tablet that dozed off. */
export const SILENT_MS = 5 * 60_000;

export function tillStatus(signs: TillSigns): TillDay['status'] {
  const mayHoldMore = signs.openShifts > 0 || signs.onTablet > 0;
  if (signs.revoked) return 'revoked';
  if (signs.lost > 0) return 'lost';
  if (signs.unreadable > 0) return 'unreadable';
  if (mayHoldMore && (signs.silentMs ?? Infinity) > SILENT_MS) return 'silent';
  if (signs.onTablet > 0) return 'onTablet';
  if (signs.openShifts > 0) return 'open';
  return signs.closedShifts > 0 ? 'complete' : 'notOpened';
}
