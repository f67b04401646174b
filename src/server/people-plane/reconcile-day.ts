/** The day as a manager settles it: is everything in, does the cash agree, who needs a word? Pure; the rows come from the projections. */
import { cashToleranceOf } from '../../domain/cash-tolerance.ts';
import { addMoney, NO_MONEY } from '../../domain/money.ts';
import type { Reconciliation, TillDay } from '../../protocol/people-messages.ts';
import { cashQuestions } from './cash-questions.ts';
import type { DayRecords } from './day-records.ts';
import { outageWindows } from './outage-windows.ts';
import { rankFlags } from './rank-flags.ts';
import { takingsOf } from './takings.ts';
import { countOf, tillDays, type DayAsked } from './till-days.ts';

export function reconcileDay(shop: string, records: DayRecords, asked: DayAsked): Reconciliation {
  const tills = tillDays(records, asked);
  const shifts = tills.flatMap((till) => till.shifts);
  return {
    shop,
    day: asked.day,
    readAt: asked.now,
    soFar: tills.some(mayBringMore) || (shifts.length === 0 && asked.day >= asked.today),
    takings: takingsOf(records.receipts),
    receipts: {
      received: records.receipts.length,
      known: tills.flatMap((till) => till.strip).reduce((sum, run) => sum + run.count, 0),
    },
    drawers: {
      counted: shifts.filter((shift) => shift.countedCash !== null).length,
      all: shifts.length,
      difference: addMoney(...shifts.map((shift) => shift.difference ?? NO_MONEY)),
      tolerance: cashToleranceOf(records.policy),
    },
    tills,
    flags: rankFlags([...records.flags, ...cashQuestions(records, tills)]),
    settlements: [...records.settlements],
    outages: outageWindows(records.outageNotes, records.receipts),
  };
}

function mayBringMore(till: TillDay): boolean {
  return till.shifts.some((shift) => shift.closedAt === null) || countOf(till.strip, 'onTablet') > 0;
}
