/** What a discount is called at this till. */
import type { Discount } from '../../domain/discount.ts';
import { discountName } from '../../ui/receipt/discount-name.ts';
import { useFormat, useWords } from '../till-context.ts';

export function useDiscountWords(): (discount: Discount) => string {
  const { receipt: words } = useWords();
  const format = useFormat();
  return (discount) => discountName(discount, { words, format });
}
