/** Whether a day may sign itself off, without anybody looking at it. */
import type { ShopPolicy } from './shop-policy.ts';
import { tradingDay, type Day } from './trading-day.ts';

export interface DayToSign {
  readonly day: Day;
  readonly isSigned: boolean;
  /** Shifts that were opened on it, and those whose drawer was counted. */
  readonly drawers: { readonly all: number; readonly counted: number };
  /** Shifts open, sales on tablets, questions about money. */
  readonly open: number;
}

const NOON = '12:00';

/** From noon of the next day, where the shop wishes it, once everything is in and nothing about money is open. */
export function mayAutoSign(
  { day, isSigned, drawers, open }: DayToSign,
  { signsItselfOff, timeZone }: Pick<ShopPolicy, 'signsItselfOff' | 'timeZone'>,
  now: number,
): boolean {
  if (signsItselfOff !== true || isSigned || open > 0) return false;
  if (drawers.all === 0 || drawers.counted < drawers.all) return false;
  return tradingDay(now, timeZone, NOON) > day;
}
