/** When a till that nobody touches locks itself. */
import type { ShopPolicy } from '../../domain/shop-policy.ts';

/** Of a shop that has not decided. */
const DEFAULT_MINUTES = 5;
const MINUTE_MS = 60_000;

export interface Idleness {
  readonly untouchedMs: number;
  /** Somebody pays, or a sheet is open whose typing would be lost. */
  readonly isHeld: boolean;
}

export function locksNow(
  { idleLockMinutes = DEFAULT_MINUTES }: Pick<ShopPolicy, 'idleLockMinutes'>,
  { untouchedMs, isHeld }: Idleness,
): boolean {
  return idleLockMinutes > 0 && !isHeld && untouchedMs >= idleLockMinutes * MINUTE_MS;
}
