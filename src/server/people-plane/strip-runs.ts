/**
 * The strip: every receipt number of a till's day, in one of four states. A journal arrives without gaps, so a number that is
 * missing among received ones is in a fact that cannot be read; where no such fact lies between, it is lost.
 *
 *   received 41 · received 42 · (43 unreadable) · received 44 · (45, 46 on the tablet, as it last reported)
 */
import { receiptNumber } from '../../domain/receipt-number.ts';
import type { StripRun } from '../../protocol/people-messages.ts';
import type { ReceiptPlace, Unreadable } from './day-records.ts';

export interface SeriesDay {
  readonly series: string;
  /** The receipt before the day's first; null at the start of the series. */
  readonly before: Pick<ReceiptPlace, 'number' | 'inc' | 'no'> | null;
  /** Of the day, in any sequence. */
  readonly received: readonly Pick<ReceiptPlace, 'number' | 'inc' | 'no'>[];
  /** Numbers the till has given since the last that was received: not here yet, or here and unreadable. */
  readonly tail: { readonly onTablet: number; readonly unreadable: number };
}

interface Piece {
  readonly is: StripRun['is'];
  readonly from: number;
  readonly count: number;
}

export function stripRuns(day: SeriesDay, unreadable: readonly Unreadable[]): StripRun[] {
  const received = [...day.received].sort((left, right) => left.number - right.number);
  const pieces: Piece[] = [];
  let before = day.before ?? { number: 0, inc: '', no: 0 };
  for (const receipt of received) {
    // A forked journal brings one number twice: it is counted once, and flagged.
    if (receipt.number === before.number) continue;
    pieces.push(...holePieces(before, receipt, unreadable), {
      is: 'received',
      from: receipt.number,
      count: 1,
    });
    before = receipt;
  }
  const { tail } = day;
  pieces.push(
    { is: 'unreadable', from: before.number + 1, count: tail.unreadable },
    { is: 'onTablet', from: before.number + 1 + tail.unreadable, count: tail.onTablet },
  );
  return joined(pieces).map((piece) => runOf(piece, day.series));
}

function holePieces(
  before: Pick<ReceiptPlace, 'number' | 'inc' | 'no'>,
  after: Pick<ReceiptPlace, 'number' | 'inc' | 'no'>,
  unreadable: readonly Unreadable[],
): Piece[] {
  const missing = after.number - before.number - 1;
  if (missing <= 0) return [];
  const from = before.inc === after.inc ? before.no : 0;
  const there = unreadable.filter(
    (fact) => fact.inc === after.inc && fact.no > from && fact.no < after.no,
  ).length;
  const count = Math.min(there, missing);
  return [
    { is: 'unreadable', from: before.number + 1, count },
    { is: 'lost', from: before.number + 1 + count, count: missing - count },
  ];
}

/** Neighbours in the same state become one; empty ones go. */
function joined(pieces: readonly Piece[]): Piece[] {
  const runs: Piece[] = [];
  for (const piece of pieces) {
    if (piece.count === 0) continue;
    const last = runs.at(-1);
    if (last?.is === piece.is) runs[runs.length - 1] = { ...last, count: last.count + piece.count };
    else runs.push(piece);
  }
  return runs;
}

function runOf({ is, from, count }: Piece, series: string): StripRun {
  return { is, first: receiptNumber(series, from), last: receiptNumber(series, from + count - 1), count };
}
