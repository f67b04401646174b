/** What a discount is called: by its reason, and in percent where it was given so. */
import type { Discount } from '../../domain/discount.ts';
import { useFormat, useWords } from '../till-context.ts';

export function useDiscountWords(): (discount: Discount) => string {
  const { discount: words } = useWords();
  const { rate } = useFormat();
  return (discount) => {
    if (discount.is === 'staff') return words.staff(rate(discount.points));
    return discount.is === 'amount' ? discount.reason : `${discount.reason} ${rate(discount.points)}`;
  };
}
