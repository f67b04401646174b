/** A product's price as a tile and a list state it. */
import { priceOn, type Product } from '../../domain/catalogue.ts';
import type { LookedAtShop } from '../shop-context.ts';
import { officeWords } from '../words/office-words.ts';

export function priceWords(product: Product, { shop, format }: LookedAtShop): string {
  const price = priceOn(product, shop.today);
  if (price === null) return officeWords.catalogue.typed;
  const money = format.money(price);
  return product.unit === 'kg' ? officeWords.catalogue.perKg(money) : money;
}
