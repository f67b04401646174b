/** How the day's outage drills went: what their tills sold meanwhile, and when the last of it was here. Pure. */
import { addMoney } from '../../domain/money.ts';
import type { DrillRun } from '../../protocol/people-messages.ts';
import type { DrillNote, ReceiptRecord } from './day-records.ts';

export function drillRuns(notes: readonly DrillNote[], receipts: readonly ReceiptRecord[]): DrillRun[] {
  return notes.map(({ startedAt, endedAt, ...note }) => {
    const sold = receipts.filter(
      ({ kind, till, at }) =>
        kind === 'saleCompleted' && till === note.till && at >= startedAt && at <= (endedAt ?? Infinity),
    );
    return {
      ...note,
      from: startedAt,
      until: endedAt,
      sales: sold.length,
      value: addMoney(...sold.map(({ gross }) => gross)),
      lastReceivedAt: sold.reduce<number | null>(
        (latest, { receivedAt }) => Math.max(latest ?? 0, receivedAt),
        null,
      ),
    };
  });
}
