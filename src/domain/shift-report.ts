/**
 * An X or a Z as rows, the same for screen and paper, and no words. An X says how a shift stands and closes nothing; a Z is what
 * was stated when it closed.
 */
import type { ShiftClosed } from './fact-body.ts';
import type { Money } from './money.ts';
import type { RateTotal } from './sale.ts';
import type { OpenShift, ShiftTotals } from './shift.ts';
import { cashMovesOf, expectedCash } from './shift-totals.ts';
import type { Day } from './trading-day.ts';

export interface ShiftToReport {
  readonly opened: Pick<OpenShift, 'day' | 'drawer' | 'float' | 'openedAt' | 'openedBy'>;
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
    ...(closed === null ? [] : closeRows(closed)),
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
    amount('float', opened.float),
    ...(moves.in === 0 ? [] : [amount('cashIn', moves.in)]),
    ...(moves.out === 0 ? [] : [amount('cashOut', moves.out)]),
    ...(moves.drop === 0 ? [] : [amount('drop', moves.drop)]),
    ...(showsExpected ? [main('expected', expected)] : []),
  ];
}

function closeRows(closed: ShiftClosed): ShiftReportRow[] {
  const { cardTerminal, cardDifference, bag } = closed;
  return [
    main('counted', closed.countedCash),
    { is: 'signed', figure: 'difference', amount: closed.difference },
    amount('kept', closed.keptFloat),
    amount('banked', closed.banked),
    ...(bag === undefined ? [] : [{ is: 'bag' as const, number: bag }]),
    ...(cardTerminal === undefined ? [] : [RULE, amount('cardTerminal', cardTerminal)]),
    ...(cardDifference === undefined
      ? []
      : [{ is: 'signed' as const, figure: 'cardDifference' as const, amount: cardDifference }]),
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
