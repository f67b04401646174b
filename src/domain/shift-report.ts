/**
 * An X or a Z as rows, the same for screen and paper, and no words. An X says how a shift stands and closes nothing; a Z is what
 * was stated when it closed.
 */
import type { DrawerHandedOver, ShiftClosed } from './fact-body.ts';
import type { SharedDrawer } from './shared-drawer.ts';
import { heldStretches, type HeldStretch } from './hand-over.ts';
import type { Money } from './money.ts';
import type { RateTotal } from './sale.ts';
import type { ClerkTotal, OpenShift, ShiftTotals } from './shift.ts';
import { cashMovesOf, expectedCash } from './shift-totals.ts';
import type { Day } from './trading-day.ts';

export interface ShiftToReport {
  readonly opened: Omit<OpenShift, 'shift' | 'totals'>;
  readonly handOvers: readonly { readonly at: number; readonly body: DrawerHandedOver }[];
  readonly totals: ShiftTotals;
  /** Null in an X. */
  readonly closed: ShiftClosed | null;
  /** When it was closed, or when the X was made. */
  readonly at: number;
  readonly by: string;
  readonly isCopy: boolean;
  /** False while cash may still be counted blind by whoever looks. */
  readonly showsExpected: boolean;
}

export type ShiftFigure =
  | 'sales'
  | 'refunds'
  | 'corrections'
  | 'gross'
  | 'net'
  | 'tax'
  | 'discounts'
  | 'cash'
  | 'card'
  | 'cashRounding'
  | 'float'
  | 'cashIn'
  | 'cashOut'
  | 'drop'
  | 'expected'
  | 'part'
  | 'counted'
  | 'difference'
  | 'kept'
  | 'banked'
  | 'cardTerminal'
  | 'cardDifference';

export type ShiftReportRow =
  | { readonly is: 'copy' }
  | { readonly is: 'title'; readonly which: 'x' | 'z' }
  | { readonly is: 'day'; readonly day: Day }
  | { readonly is: 'drawer'; readonly drawer: string }
  | {
      readonly is: 'moment';
      readonly which: 'opened' | 'closed' | 'made';
      readonly at: number;
      readonly by: string;
    }
  | { readonly is: 'count'; readonly figure: ShiftFigure; readonly count: number }
  | { readonly is: 'money'; readonly figure: ShiftFigure; readonly amount: Money; readonly isMain: boolean }
  | { readonly is: 'signed'; readonly figure: ShiftFigure; readonly amount: Money }
  | ({ readonly is: 'rate' } & RateTotal)
  | ({ readonly is: 'clerk' } & ClerkTotal)
  | { readonly is: 'handOver'; readonly at: number; readonly to: string; readonly counted: Money | null }
  | ({ readonly is: 'held' } & HeldStretch)
  /** By head office, once these tills have sent. */
  | { readonly is: 'comparedLater'; readonly tills: readonly string[] }
  | { readonly is: 'countedAt'; readonly till: string }
  | { readonly is: 'unsent'; readonly sales: number; readonly value: Money }
  | { readonly is: 'bag'; readonly number: string }
  | { readonly is: 'rule' };

const RULE = { is: 'rule' } as const;

export function shiftReport(shift: ShiftToReport): ShiftReportRow[] {
  const { totals, closed } = shift;
  return [
    ...headRows(shift),
    RULE,
    count('sales', totals.sales),
    count('refunds', totals.refunds),
    ...(totals.corrections === undefined ? [] : [count('corrections', totals.corrections)]),
    RULE,
    main('gross', totals.gross),
    amount('net', totals.net),
    ...totals.byRate.map((rate) => ({ is: 'rate' as const, ...rate })),
    amount('tax', totals.tax),
    ...(totals.discounts === undefined ? [] : [amount('discounts', totals.discounts)]),
    RULE,
    main('cash', totals.cash),
    main('card', totals.card),
    ...(totals.cashRounding === 0 ? [] : [amount('cashRounding', totals.cashRounding)]),
    RULE,
    ...drawerRows(shift),
    ...(closed === null ? [] : closeRows(shift, closed)),
    ...handOverRows(shift),
    ...clerkRows(totals),
    ...(closed?.unsent === undefined ? [] : [RULE, { is: 'unsent' as const, ...closed.unsent }]),
  ];
}

/** Of one clerk all the figures above are their own. */
function clerkRows({ byClerk = [] }: ShiftTotals): ShiftReportRow[] {
  if (byClerk.length < 2) return [];
  return [RULE, ...byClerk.map((clerk) => ({ is: 'clerk' as const, ...clerk }))];
}

function handOverRows({ opened, handOvers, closed }: ShiftToReport): ShiftReportRow[] {
  if (handOvers.length === 0) return [];
  const bodies = handOvers.map(({ body }) => body);
  const held = opened.shared === undefined ? heldStretches(opened.openedBy, bodies, closed) : [];
  return [
    RULE,
    ...handOvers.map(({ at, body: { to, count: taken } }) => ({
      ...{ is: 'handOver' as const, at, to },
      counted: taken?.counted ?? null,
    })),
    ...held.map((stretch) => ({ is: 'held' as const, ...stretch })),
  ];
}

function headRows({ opened, closed, at, by, isCopy }: ShiftToReport): ShiftReportRow[] {
  return [
    ...(isCopy ? [{ is: 'copy' as const }] : []),
    { is: 'title', which: closed === null ? 'x' : 'z' },
    { is: 'day', day: opened.day },
    { is: 'drawer', drawer: opened.drawer },
    { is: 'moment', which: 'opened', at: opened.openedAt, by: opened.openedBy },
    { is: 'moment', which: closed === null ? 'made' : 'closed', at, by },
  ];
}

function drawerRows({ opened, totals, showsExpected }: ShiftToReport): ShiftReportRow[] {
  const moves = cashMovesOf(totals);
  const expected = expectedCash({ float: opened.float, totals });
  return [
    ...(opened.shared?.is === 'countedAt' ? [] : [amount('float', opened.float)]),
    ...(moves.in === 0 ? [] : [amount('cashIn', moves.in)]),
    ...(moves.out === 0 ? [] : [amount('cashOut', moves.out)]),
    ...(moves.drop === 0 ? [] : [amount('drop', moves.drop)]),
    ...(showsExpected ? [main(opened.shared === undefined ? 'expected' : 'part', expected)] : []),
  ];
}

function closeRows({ opened }: ShiftToReport, closed: ShiftClosed): ShiftReportRow[] {
  const { cardTerminal, cardDifference } = closed;
  return [
    ...countRows(opened.shared ?? null, closed),
    ...(cardTerminal === undefined ? [] : [RULE, amount('cardTerminal', cardTerminal)]),
    ...(cardDifference === undefined
      ? []
      : [{ is: 'signed' as const, figure: 'cardDifference' as const, amount: cardDifference }]),
  ];
}

function countRows(shared: SharedDrawer | null, closed: ShiftClosed): ShiftReportRow[] {
  const { countedCash, difference, keptFloat, banked, bag, countedAt } = closed;
  if (countedAt !== undefined) return [{ is: 'countedAt', till: countedAt }];
  return [
    main('counted', countedCash),
    shared === null
      ? { is: 'signed', figure: 'difference', amount: difference }
      : { is: 'comparedLater', tills: shared.others },
    amount('kept', keptFloat),
    amount('banked', banked),
    ...(bag === undefined ? [] : [{ is: 'bag' as const, number: bag }]),
  ];
}

function count(figure: ShiftFigure, many: number): ShiftReportRow {
  return { is: 'count', figure, count: many };
}

function amount(figure: ShiftFigure, sum: Money): ShiftReportRow {
  return { is: 'money', figure, amount: sum, isMain: false };
}

function main(figure: ShiftFigure, sum: Money): ShiftReportRow {
  return { is: 'money', figure, amount: sum, isMain: true };
}
