/** A product's price as a tile or a result shows it. */
import type { Product } from '../../domain/catalogue.ts';
import type { Money } from '../../domain/money.ts';
import { useFormat, useWords } from '../till-context.ts';

export function usePriceWords(product: Product, price: Money | null): string {
  const words = useWords().sell;
  const format = useFormat();
  if (price === null) return words.typeAmount;
  return product.unit === 'kg' ? words.perKg(format.money(price)) : format.money(price);
}
