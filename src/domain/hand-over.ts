/** A drawer changes hands in the middle of a shift; what is over or short belongs to who had it since the last count. */
import type { DrawerHandedOver } from './fact-body.ts';
import { money, type Money } from './money.ts';
import { refuse, type Refusal } from './refusal.ts';
import { expectedCash } from './shift-totals.ts';
import type { OpenShift } from './shift.ts';
import { countCash } from './count-cash.ts';

export type DrawerToHandOver = Pick<DrawerHandedOver, 'handOver' | 'from' | 'to'> & {
  /** Null where nobody counts. */
  readonly denominations: NonNullable<DrawerHandedOver['count']>['denominations'] | null;
};

export interface HandedOver {
  readonly is: 'handedOver';
  readonly body: DrawerHandedOver;
}

/** A shared drawer is handed over uncounted: no till knows what should be in it. */
export function handDrawerOver(
  shift: OpenShift,
  { handOver, from, to, denominations }: DrawerToHandOver,
): HandedOver | Refusal {
  if (from === to) return refuse({ code: 'same-person' });
  if (denominations !== null && shift.shared !== undefined) return refuse({ code: 'drawer-shared' });
  const count = denominations === null ? {} : { count: { denominations, counted: countCash(denominations) } };
  const body = { handOver, shift: shift.shift, from, to, expectedCash: expectedCash(shift), ...count };
  return { is: 'handedOver', body };
}

/** Who has the drawer now. */
export function holderOf(openedBy: string, handOvers: readonly Pick<DrawerHandedOver, 'to'>[]): string {
  return handOvers.at(-1)?.to ?? openedBy;
}

export interface HeldStretch {
  /** More than one where it changed hands uncounted. */
  readonly holders: readonly string[];
  /** Over or short since the count before. */
  readonly difference: Money;
}

/**
 * One stretch from count to count.
 * @param handOvers in their order
 * @param close null while the shift is open: then the stretch that goes on is left out
 */
export function heldStretches(
  openedBy: string,
  handOvers: readonly Pick<DrawerHandedOver, 'to' | 'count' | 'expectedCash'>[],
  close: { readonly countedCash: Money; readonly expectedCash: Money } | null,
): HeldStretch[] {
  const stretches: HeldStretch[] = [];
  let [holders, before] = [[openedBy], 0];
  for (const { to, count, expectedCash: expected } of handOvers) {
    if (count === undefined) {
      holders.push(to);
      continue;
    }
    const difference = count.counted - expected;
    stretches.push({ holders: [...new Set(holders)], difference: money(difference - before) });
    [holders, before] = [[to], difference];
  }
  if (close === null) return stretches;
  const last = money(close.countedCash - close.expectedCash - before);
  return [...stretches, { holders: [...new Set(holders)], difference: last }];
}
