/** The number people see on a receipt: the till's series, a dash, a gapless count of at least six digits (A1-000042). */

/** @throws RangeError when the count is not a whole number from 1: a bug, never bad input. */
export function receiptNumber(series: string, count: number): string {
  if (!Number.isSafeInteger(count) || count < 1) throw new RangeError(`not a receipt count: ${count}`);
  return `${series}-${String(count).padStart(6, '0')}`;
}

export interface ReceiptNumber {
  readonly series: string;
  readonly count: number;
}

/** Null for anything that is not a receipt number; what people type may have small letters and lack zeros and dash. */
export function parseReceiptNumber(text: string): ReceiptNumber | null {
  const [, till, incarnation, digits] = /^\s*([A-Za-z]+\d+)([a-z]*)-(\d{1,15})\s*$/.exec(text) ?? [];
  if (till === undefined || incarnation === undefined || digits === undefined) return null;
  const count = Number(digits);
  return count < 1 ? null : { series: till.toUpperCase() + incarnation, count };
}
