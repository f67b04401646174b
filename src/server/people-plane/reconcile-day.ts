/** The day as a manager settles it: is everything in, does the cash agree, who needs a word? Pure; the rows come from the projections. */
import { cashToleranceOf } from '../../domain/cash-tolerance.ts';
import { addMoney, NO_MONEY } from '../../domain/money.ts';
import { isOpenAt } from '../../domain/opening-hours.ts';
import type { ShopPolicy } from '../../domain/shop-policy.ts';
import type { DrawerDay, Reconciliation, TillDay } from '../../protocol/people-messages.ts';
import type { DayFigures } from '../../protocol/takings-message.ts';
import { cardDay } from './card-day.ts';
import { cardQuestions } from './card-questions.ts';
import { cashQuestions } from './cash-questions.ts';
import type { DayRecords } from './day-records.ts';
import { drawerDays } from './drawer-days.ts';
import { drillRuns } from './drill-runs.ts';
import { outageWindows } from './outage-windows.ts';
import { rankFlags } from './rank-flags.ts';
import { signOffState } from './sign-off-state.ts';
import { takingsOf } from './takings.ts';
import { countOf, tillDays, type DayAsked } from './till-days.ts';

export function reconcileDay(shop: string, records: DayRecords, asked: DayAsked): Reconciliation {
  const tills = tillDays(records, asked);
  const drawers = drawerDays(records, tills);
  const figures = figuresOf(records, drawers);
  const cards = cardDay(records.cards, asked.day, records.tills);
  const flags = rankFlags([
    ...records.flags,
    ...cashQuestions(records, tills, drawers, cards.rowsWithoutSale),
    ...cardQuestions(records, cards),
  ]);
  return {
    shop,
    day: asked.day,
    readAt: asked.now,
    isOpen: isOpen(records.policy, asked.now),
    soFar:
      tills.some(mayBringMore) ||
      drawers.some(({ waitsFor }) => waitsFor.length > 0) ||
      (drawers.length === 0 && asked.day >= asked.today),
    takings: figures.takings,
    receipts: {
      received: records.receipts.length,
      known: tills.flatMap((till) => till.strip).reduce((sum, run) => sum + run.count, 0),
    },
    drawers: { ...figures.drawers, tolerance: cashToleranceOf(records.policy) },
    drawerDays: drawers,
    cards,
    tills,
    flags,
    settlements: [...records.settlements],
    signOff: signOffState({ tills, drawers, flags, figures, cards }, records),
    outages: outageWindows(records.outageNotes, records.receipts),
    drills: drillRuns(records.drillNotes, records.receipts),
  };
}

function isOpen({ openingHours, timeZone }: ShopPolicy, now: number): boolean {
  return openingHours === undefined || isOpenAt(openingHours, now, timeZone);
}

function figuresOf({ receipts }: DayRecords, drawers: readonly DrawerDay[]): DayFigures {
  return {
    takings: takingsOf(receipts),
    received: { receipts: receipts.length, gross: addMoney(...receipts.map(({ gross }) => gross)) },
    drawers: {
      counted: drawers.filter(({ countedCash }) => countedCash !== null).length,
      all: drawers.length,
      difference: addMoney(...drawers.map(({ difference }) => difference ?? NO_MONEY)),
    },
  };
}

function mayBringMore(till: TillDay): boolean {
  return till.shifts.some((shift) => shift.closedAt === null) || countOf(till.strip, 'onTablet') > 0;
}
