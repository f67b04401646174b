/** A till's shifts with the cash that must be in the drawer by the receipts that are here, and the cash that was counted. */
import type { ShiftClosed } from '../../domain/fact-body.ts';
import { NO_MONEY, type Money } from '../../domain/money.ts';
import { reconcileShift } from '../../domain/reconcile-shift.ts';
import type { Tender } from '../../domain/sale.ts';
import type { ReceiptSums } from '../../domain/shift-totals.ts';
import type { ShiftRow } from '../../protocol/people-messages.ts';
import type { ReceiptRecord, ShiftRecord } from './day-records.ts';

export function shiftRows(shifts: readonly ShiftRecord[], receipts: readonly ReceiptRecord[]): ShiftRow[] {
  return shifts.map((shift) =>
    shiftRow(
      shift,
      receipts.filter((receipt) => receipt.shift === shift.shift && countsInDrawer(receipt)),
    ),
  );
}

function shiftRow(shift: ShiftRecord, receipts: readonly ReceiptRecord[]): ShiftRow {
  const { shift: id, day, drawer, float, openedAt, openedByName, closedAt, shared, countedAt } = shift;
  const { expectedCash, close } = reconcileShift({
    opened: { shift: id, day, drawer, float, ...(shared === null ? {} : { shared }) },
    receipts: receipts.map((receipt) => ({ kind: receipt.kind, body: sumsOf(receipt) })),
    moves: shift.moves,
    // The receipts here are as corrected.
    corrections: [],
    closed: closeOf(shift),
  });
  return {
    shift: id,
    openedAt,
    openedBy: openedByName,
    closedAt,
    float,
    expectedCash,
    countedCash: countedAt === null ? (close?.stated.countedCash ?? null) : null,
    // What other tills put into the drawer is in its count too: the drawer is compared, not this till.
    difference: shared === null ? (close?.difference ?? null) : null,
  };
}

/** A revoked till's sales are in no total yet, but their cash is in the drawer. */
export function countsInDrawer({ posted, unpostedBecause }: ReceiptRecord): boolean {
  return posted || unpostedBecause === 'revokedTill';
}

function sumsOf({ net, tax, gross, byRate, cash, card, cashRounding }: ReceiptRecord): ReceiptSums {
  return { totals: { net, tax, gross, byRate }, tenders: tendersOf(cash, card), cashRounding };
}

/** One of each kind stands for all of that kind: only their sums are asked for. */
function tendersOf(cash: Money, card: Money): Tender[] {
  return [
    { is: 'cash', amount: cash, handed: cash, change: NO_MONEY },
    { is: 'card', amount: card },
  ];
}

function closeOf(record: ShiftRecord): ShiftClosed | null {
  const { shift, totals, expectedCash, countedCash, difference, keptFloat, banked } = record;
  if (totals === null || expectedCash === null || countedCash === null) return null;
  if (difference === null || keptFloat === null || banked === null) return null;
  return { shift, totals, expectedCash, countedCash, difference, keptFloat, banked };
}
