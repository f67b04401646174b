/** What the one big button says: what it does, and with how much. */
import { useFormat, useWords } from '../till-context.ts';
import { absolute } from './basket-figures.ts';
import type { SellControl } from './use-sell.ts';

export function useChargeWords({ due, state }: SellControl): string {
  const words = useWords().sell;
  const format = useFormat();
  if (due < 0) return words.giveBack(format.money(absolute(due)));
  if (due === 0 && state.sale.lines.length > 0) return words.finish;
  return words.charge(format.money(due));
}
