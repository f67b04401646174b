/** From the oven downstairs: cold, so standard rate to eat in and zero to take away; whole loaves are groceries. */
import type { Product } from '../../domain/catalogue.ts';
import { changed, counter, openPrice, productsOf } from './demo-product.ts';
import { coldFood, zero } from './demo-tax.ts';

export const bakery: readonly Product[] = productsOf('bakery', [
  counter('p-butter-croissant', 'BAK-001', 'Butter croissant', 260, coldFood),
  counter('p-almond-croissant', 'BAK-002', 'Almond croissant', changed(290, '2025-03-03', 310), coldFood),
  counter('p-pain-au-chocolat', 'BAK-003', 'Pain au chocolat', 290, coldFood),
  counter('p-cardamom-bun', 'BAK-004', 'Cardamom bun', 290, coldFood),
  counter('p-cinnamon-knot', 'BAK-005', 'Cinnamon knot', 290, coldFood),
  counter('p-cheese-scone', 'BAK-006', 'Cheese scone', 270, coldFood),
  counter('p-fruit-scone', 'BAK-007', 'Fruit scone', 260, coldFood),
  counter('p-scone-jam-and-cream', 'BAK-008', 'Scone, jam & cream', 390, coldFood),
  counter('p-rowie-buttered', 'BAK-009', 'Rowie, buttered', 180, coldFood),
  counter('p-lemon-drizzle-slice', 'BAK-010', 'Lemon drizzle, slice', 320, coldFood),
  counter('p-carrot-cake-slice', 'BAK-011', 'Carrot cake, slice', 360, coldFood),
  counter('p-victoria-sponge-slice', 'BAK-012', 'Victoria sponge, slice', 350, coldFood),
  counter('p-clootie-dumpling-slice', 'BAK-013', 'Clootie dumpling, slice', 320, coldFood),
  counter('p-banana-bread-slice', 'BAK-014', 'Banana bread, slice', 290, coldFood),
  counter('p-chocolate-brownie', 'BAK-015', 'Chocolate brownie', 295, coldFood),
  counter('p-millionaires-shortbread', 'BAK-016', "Millionaire's shortbread", 295, coldFood),
  counter('p-oat-flapjack', 'BAK-017', 'Oat flapjack', 260, coldFood),
  counter('p-shortbread-finger', 'BAK-018', 'Shortbread finger', 150, coldFood),
  counter('p-empire-biscuit', 'BAK-019', 'Empire biscuit', 240, coldFood),
  counter('p-gingerbread-hare', 'BAK-020', 'Gingerbread hare', 220, coldFood),
  counter('p-raspberry-meringue', 'BAK-021', 'Raspberry meringue', 230, coldFood),
  counter('p-sourdough-loaf', 'BAK-022', 'Sourdough loaf', 420, zero),
  counter('p-seeded-loaf', 'BAK-023', 'Seeded loaf', 440, zero),
  counter('p-morning-rolls-four', 'BAK-024', 'Morning rolls, bag of four', 260, zero),
  openPrice('p-yesterdays-bakes', 'BAK-025', "Yesterday's bakes, any amount", coldFood, '2100025000004'),
]);
