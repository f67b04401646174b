/** When a till that nobody touches locks itself. */
import { DEFAULT_IDLE_LOCK_MINUTES, type ShopPolicy } from '../../domain/shop-policy.ts';

const MINUTE_MS = 60_000;

export interface Idleness {
  readonly untouchedMs: number;
  /** Somebody pays, or a sheet is open whose typing would be lost. */
  readonly isHeld: boolean;
}

export function locksNow(
  { idleLockMinutes = DEFAULT_IDLE_LOCK_MINUTES }: Pick<ShopPolicy, 'idleLockMinutes'>,
  { untouchedMs, isHeld }: Idleness,
): boolean {
  return idleLockMinutes > 0 && !isHeld && untouchedMs >= idleLockMinutes * MINUTE_MS;
}
