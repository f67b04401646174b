/** Adds a drawer's notes and coins up. */
import type { CashCounted } from './fact-body.ts';
import { addMoney, money, type Money } from './money.ts';

export function countCash(denominations: CashCounted['denominations']): Money {
  return addMoney(...denominations.map(({ value, count }) => money(value * count)));
}
