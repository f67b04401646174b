/** Cold drinks: standard rate, but milk drinks are food and zero-rated when taken away. */
import type { Product } from '../../domain/catalogue.ts';
import { counter, from, productsOf, shelf } from './demo-product.ts';
import { coldFood, standard } from './demo-tax.ts';

export const coldDrinks: readonly Product[] = productsOf('cold-drinks', [
  counter('p-iced-latte', 'DRI-001', 'Iced latte', 380, coldFood),
  counter('p-milkshake-strawberry', 'DRI-002', 'Milkshake, strawberry', 450, coldFood),
  counter('p-milkshake-vanilla-malt', 'DRI-003', 'Milkshake, vanilla malt', 450, coldFood),
  counter('p-milk-glass', 'DRI-004', 'Milk, glass', 160, coldFood),
  shelf('p-apple-juice-cloudy', 'DRI-005', 'Apple juice, cloudy', 310, standard, '2000000122977'),
  shelf('p-orange-juice-pressed', 'DRI-006', 'Orange juice, pressed', 340, standard, '2000000123127'),
  shelf('p-rhubarb-presse', 'DRI-007', 'Rhubarb pressé', 320, standard, '2000000123295'),
  shelf('p-elderflower-presse', 'DRI-008', 'Elderflower pressé', 320, standard, '2000000123486'),
  shelf('p-ginger-beer-fiery', 'DRI-009', 'Ginger beer, fiery', 320, standard, '2000000123561'),
  shelf('p-lemonade-rose', 'DRI-010', 'Lemonade, rose', 320, standard, '2000000123790'),
  shelf('p-kombucha-green-tea', 'DRI-011', 'Kombucha, green tea', 395, standard, '2000000123912'),
  shelf('p-water-sparkling', 'DRI-012', 'Water, sparkling', 220, standard, '2000000124056'),
  shelf('p-water-still', 'DRI-013', 'Water, still', 200, standard, '2000000124216'),
  from(18, shelf('p-cider-dry', 'DRI-014', 'Cider, dry', 450, standard, '2000000124353')),
]);
