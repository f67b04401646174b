/** What is still on a tablet, from what it last reported and what has come since. */
import { money, NO_MONEY, type Money } from '../../domain/money.ts';
import { parseReceiptNumber } from '../../domain/receipt-number.ts';
import type { ReceiptPlace, SinceReport, TillRecord, Unreadable } from './day-records.ts';

export interface OnTablet {
  readonly series: string;
  /** Receipt numbers given after the last that was received. */
  readonly sales: number;
  readonly value: Money;
  /** Numbers after the last received whose facts are here and cannot be read. */
  readonly unreadable: number;
}

export interface TabletSeen {
  readonly report: TillRecord['report'];
  /** The last receipt that was received of the series it reports. */
  readonly last: ReceiptPlace | null;
  readonly sinceReport: SinceReport | null;
  readonly unreadable: readonly Unreadable[];
}

/** Null where the tablet has nothing that is not here, as far as it told. */
export function onTablet({ report, last, sinceReport, unreadable }: TabletSeen): OnTablet | null {
  if (report === null || report.lastReceipt === null) return null;
  const reported = parseReceiptNumber(report.lastReceipt);
  if (reported === null) return null;
  const notReceived = Math.max(0, reported.count - (last?.number ?? 0));
  if (notReceived === 0) return null;
  const waiting = Math.max(0, report.waitingSales - (sinceReport?.sales ?? 0));
  const there = unreadable.filter(
    (fact) => last === null || (fact.inc === last.inc && fact.no > last.no),
  ).length;
  const unread = Math.min(there, Math.max(0, notReceived - waiting));
  return {
    series: reported.series,
    sales: notReceived - unread,
    value: waiting === 0 ? NO_MONEY : money(report.waitingValue - (sinceReport?.value ?? 0)),
    unreadable: unread,
  };
}
