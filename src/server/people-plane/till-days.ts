/** Each till's day: its receipts accounted for number by number, its takings, its drawers. */
import { NO_MONEY } from '../../domain/money.ts';
import type { Day } from '../../domain/trading-day.ts';
import type { StripRun, TillDay } from '../../protocol/people-messages.ts';
import type { DayRecords, ReceiptRecord, TillRecord, Unreadable } from './day-records.ts';
import { onTablet, type OnTablet } from './on-tablet.ts';
import { shiftRows } from './shift-rows.ts';
import { stripRuns } from './strip-runs.ts';
import { takingsOf } from './takings.ts';
import { tillStatus } from './till-status.ts';

export interface DayAsked {
  readonly day: Day;
  readonly today: Day;
  readonly now: number;
}

/** Tills that had nothing to do with the day are left out; today they are not, because they may still open. */
export function tillDays(records: DayRecords, asked: DayAsked): TillDay[] {
  return records.tills
    .map((till) => ({ till, row: tillDay(till, records, asked) }))
    .filter(
      ({ till, row }) => tookPart(row) || (asked.day === asked.today && till.isEnrolled && !till.revoked),
    )
    .map(({ row }) => row);
}

function tookPart(row: TillDay): boolean {
  return row.strip.length > 0 || row.shifts.length > 0;
}

function tillDay(till: TillRecord, records: DayRecords, asked: DayAsked): TillDay {
  const receipts = records.receipts.filter((receipt) => receipt.till === till.till);
  const shifts = shiftRows(
    records.shifts.filter((shift) => shift.till === till.till),
    receipts,
  );
  const waiting = waitingOn(till, records, asked);
  const strip = stripOf(till, receipts, waiting, records);
  const count = (is: StripRun['is']) => countOf(strip, is);
  return {
    till: till.till,
    name: till.name,
    status: tillStatus({
      revoked: till.revoked,
      lost: count('lost'),
      unreadable: count('unreadable'),
      onTablet: count('onTablet'),
      openShifts: shifts.filter((shift) => shift.closedAt === null).length,
      closedShifts: shifts.filter((shift) => shift.closedAt !== null).length,
      silentMs: till.lastHeardAt === null ? null : asked.now - till.lastHeardAt,
    }),
    firstReceipt: receipts.at(0)?.receipt ?? null,
    lastReceipt: receipts.at(-1)?.receipt ?? null,
    received: receipts.length,
    strip,
    onTablet: { sales: waiting?.sales ?? 0, value: waiting?.value ?? NO_MONEY },
    lastHeardAt: till.lastHeardAt,
    takings: takingsOf(receipts),
    shifts,
  };
}

export function countOf(strip: readonly StripRun[], is: StripRun['is']): number {
  return strip.filter((run) => run.is === is).reduce((sum, run) => sum + run.count, 0);
}

/** What waits belongs to the shift that is open; where none is known, to the shift that today must have. */
function waitingOn(till: TillRecord, records: DayRecords, { day, today }: DayAsked): OnTablet | null {
  if ((till.openDay ?? today) !== day) return null;
  return onTablet({
    report: till.report,
    last: records.last.find((receipt) => receipt.till === till.till) ?? null,
    sinceReport: records.sinceReport.find((since) => since.till === till.till) ?? null,
    unreadable: unreadableOf(till, records),
  });
}

function stripOf(
  till: TillRecord,
  receipts: readonly ReceiptRecord[],
  waiting: OnTablet | null,
  records: DayRecords,
): StripRun[] {
  const seriesOfDay = new Set(receipts.map((receipt) => receipt.series));
  if (waiting !== null) seriesOfDay.add(waiting.series);
  return [...seriesOfDay].flatMap((series) =>
    stripRuns(
      {
        series,
        before: beforeOf(till, series, waiting, records),
        received: receipts.filter((receipt) => receipt.series === series),
        tail:
          waiting?.series === series
            ? { onTablet: waiting.sales, unreadable: waiting.unreadable }
            : { onTablet: 0, unreadable: 0 },
      },
      unreadableOf(till, records),
    ),
  );
}

/** On a day that has received nothing yet, numbers go on from the last one received. */
function beforeOf({ till }: TillRecord, series: string, waiting: OnTablet | null, records: DayRecords) {
  const isSeries = (receipt: { till: string; series: string }) =>
    receipt.till === till && receipt.series === series;
  if (records.receipts.some(isSeries)) return records.before.find(isSeries) ?? null;
  return waiting === null ? null : (records.last.find(isSeries) ?? null);
}

function unreadableOf({ till }: TillRecord, records: DayRecords): Unreadable[] {
  return records.unreadable.filter((fact) => fact.till === till);
}
