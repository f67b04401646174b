/** The receipt number that is meant by what was typed or scanned: *42* is the 42nd of this till's own series. */
import { parseReceiptNumber, receiptNumber } from '../../domain/receipt-number.ts';

/** @param series the series this till prints now; null when it has none yet */
export function findNumber(typed: string, series: string | null): string | null {
  const text = typed.trim();
  const [, count] = /^0*([1-9]\d{0,8})$/.exec(text) ?? [];
  if (count !== undefined) return series === null ? null : receiptNumber(series, Number(count));
  const parsed = parseReceiptNumber(text);
  return parsed === null ? null : receiptNumber(parsed.series, parsed.count);
}
