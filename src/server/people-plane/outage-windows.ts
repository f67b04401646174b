/** Outages as the tills of a shop saw them, put together: when, how many tills, and what was sold meanwhile. */
import { addMoney } from '../../domain/money.ts';
import type { OutageWindow } from '../../protocol/people-messages.ts';
import type { OutageNote, ReceiptRecord } from './day-records.ts';

/** A till that got one answer through in between was still in the same outage. */
export const OUTAGE_PAUSE_MS_MAX = 60_000;

interface Span {
  readonly capability: OutageNote['capability'];
  readonly from: number;
  /** Infinity while it lasts. */
  readonly until: number;
  readonly tills: ReadonlySet<string>;
}

/** @returns the earliest first; those of one capability never touch. */
export function outageWindows(
  notes: readonly OutageNote[],
  receipts: readonly ReceiptRecord[],
): OutageWindow[] {
  return (['signIn', 'sending', 'catalogue'] as const)
    .flatMap((capability) => mergedSpans(notes.filter((note) => note.capability === capability)))
    .sort((left, right) => left.from - right.from)
    .map((span) => windowOf(span, receipts));
}

function mergedSpans(notes: readonly OutageNote[]): Span[] {
  const spans: Span[] = [];
  for (const note of [...notes].sort((left, right) => left.since - right.since)) {
    const span = spanOf(note);
    const last = spans.at(-1);
    if (last !== undefined && span.from <= last.until + OUTAGE_PAUSE_MS_MAX)
      spans[spans.length - 1] = together(last, span);
    else spans.push(span);
  }
  return spans;
}

function spanOf({ capability, since, endedAt, till }: OutageNote): Span {
  return { capability, from: since, until: endedAt ?? Infinity, tills: new Set([till]) };
}

function together(one: Span, other: Span): Span {
  return { ...one, until: Math.max(one.until, other.until), tills: new Set([...one.tills, ...other.tills]) };
}

function windowOf(
  { capability, from, until, tills }: Span,
  receipts: readonly ReceiptRecord[],
): OutageWindow {
  const meanwhile = receipts.filter(
    (receipt) =>
      receipt.kind === 'saleCompleted' &&
      tills.has(receipt.till) &&
      receipt.at >= from &&
      receipt.at <= until,
  );
  return {
    capability,
    from,
    until: until === Infinity ? null : until,
    tills: tills.size,
    sales: meanwhile.length,
    value: addMoney(...meanwhile.map((receipt) => receipt.gross)),
    lastReceivedAt:
      meanwhile.length === 0
        ? null
        : meanwhile.reduce((latest, { receivedAt }) => Math.max(latest, receivedAt), 0),
  };
}
