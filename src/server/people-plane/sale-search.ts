/** What a manager types to find a sale: its receipt number, whole or its count alone, or an amount. */
import { parseReceiptNumber } from '../../domain/receipt-number.ts';

export interface SaleSearch {
  /** Null where the text is no receipt number. */
  readonly series: string | null;
  readonly number: number | null;
  /** Minor units, without sign; null where the text is no amount. */
  readonly amount: number | null;
}

/** Null for an empty text: everything is meant. A text that can be nothing finds nothing. */
export function readSaleSearch(text: string, digits: number): SaleSearch | null {
  const wanted = text.trim();
  if (wanted === '') return null;
  const receipt = parseReceiptNumber(wanted);
  if (receipt !== null) return { series: receipt.series, number: receipt.count, amount: null };
  return {
    series: null,
    number: /^\d{1,15}$/.test(wanted) ? Number(wanted) : null,
    amount: readAmount(wanted, digits),
  };
}

/** `£1,234.50`, `-28.54`, `28,54`: the last mark before exactly the currency's digits parts them off. */
function readAmount(text: string, digits: number): number | null {
  const plain = text.replace(/[\s\p{Sc}+−-]/gu, '');
  const [, whole, fraction = ''] =
    new RegExp(`^(\\d[\\d.,]{0,14}?)(?:[.,](\\d{${digits}}))?$`).exec(plain) ?? [];
  if (whole === undefined || (/[.,]/.test(whole) && !/^\d{1,3}([.,]\d{3})+$/.test(whole))) return null;
  const amount = Number(whole.replace(/[.,]/g, '') + (fraction === '' ? '0'.repeat(digits) : fraction));
  return Number.isSafeInteger(amount) ? amount : null;
}
