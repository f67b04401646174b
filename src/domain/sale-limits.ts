/** Every limit of a sale, named once: a line is refused when it would pass one, a payment never is. */
import { money } from './money.ts';
import { quantity } from './quantity.ts';

export const SALE_LINES_MAX = 2_000;
/** A fact is at most 512 KiB; the rest is for its envelope, totals and tenders. */
export const SALE_LINES_BYTES_MAX = 496 * 1024;
/** What a receipt's line may take more than the open line: its rate, net, tax and gross, and what discounts came to. */
export const PRICED_LINE_EXTRA_BYTES = 128;
/** Characters a clerk may write to a line. */
export const NOTE_LENGTH_MAX = 120;
/** Minor units: 9,999,999.99 of a currency with two digits. */
export const UNIT_PRICE_MAX = money(999_999_999);
export const QUANTITY_MAX = quantity(999_999_000);
/** Minor units. With the highest tax and the most lines a total stays a safe integer. */
export const LINE_AMOUNT_MAX = money(99_999_999_999);
/** Minor units: cash or card in one tender. */
export const TENDER_AMOUNT_MAX = money(99_999_999_999);
