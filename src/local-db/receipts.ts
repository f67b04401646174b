/** Finds receipts in the journal. */
import type { FactRow } from '../journal/branch.ts';
import type { LocalDb } from './open-local-db.ts';
import { recordedReceipt, type RecordedReceipt } from './recorded-receipt.ts';

/** Longest list a screen may ask for. */
const RECEIPTS_MAX = 500;

/** By the number people see, A1-000042. */
export async function findReceipt(db: LocalDb, receipt: string): Promise<RecordedReceipt | null> {
  return receiptOf(await db.journal.facts.where('receipt').equals(receipt).first());
}

/** By the sale's id. */
export async function findSale(db: LocalDb, sale: string): Promise<RecordedReceipt | null> {
  return receiptOf(await db.journal.facts.where('sale').equals(sale).first());
}

/** Newest first. */
export async function recentReceipts(db: LocalDb, limit: number): Promise<RecordedReceipt[]> {
  const rows = await db.journal.facts
    .orderBy('receipt')
    .reverse()
    .limit(Math.min(limit, RECEIPTS_MAX))
    .toArray();
  return rows.map(recordedReceipt);
}

/** Oldest first. */
export async function receiptsOfShift(db: LocalDb, shift: string): Promise<RecordedReceipt[]> {
  return (await db.journal.facts.where('shift').equals(shift).toArray()).map(recordedReceipt);
}

/** Receipts on which something of that sale came back. */
export async function refundsOf(db: LocalDb, sale: string): Promise<RecordedReceipt[]> {
  return (await db.journal.facts.where('refunds').equals(sale).toArray()).map(recordedReceipt);
}

function receiptOf(row: FactRow | undefined): RecordedReceipt | null {
  return row === undefined ? null : recordedReceipt(row);
}
