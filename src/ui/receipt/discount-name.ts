/** What a discount is called: by its reason, and in percent where it was given so. */
import type { Discount } from '../../domain/discount.ts';
import type { ReceiptFormat } from './receipt-format.ts';
import type { ReceiptWords } from './receipt-words.ts';

interface NamedIn {
  readonly words: Pick<ReceiptWords, 'staffDiscount'>;
  readonly format: Pick<ReceiptFormat, 'rate'>;
}

export function discountName(discount: Discount, { words, format }: NamedIn): string {
  if (discount.is === 'staff') return words.staffDiscount(format.rate(discount.points));
  return discount.is === 'amount' ? discount.reason : `${discount.reason} ${format.rate(discount.points)}`;
}
