/** Hot drinks, made at the counter: standard rate wherever they are drunk. */
import type { Product } from '../../domain/catalogue.ts';
import { changed, counter, productsOf } from './demo-product.ts';
import { standard } from './demo-tax.ts';

export const coffee: readonly Product[] = productsOf('coffee-and-tea', [
  counter('p-flat-white', 'COF-001', 'Flat white', changed(300, '2025-03-03', 320), standard),
  counter('p-americano', 'COF-002', 'Americano', 280, standard),
  counter('p-latte', 'COF-003', 'Latte', 340, standard),
  counter('p-cappuccino', 'COF-004', 'Cappuccino', 340, standard),
  counter('p-cortado', 'COF-005', 'Cortado', 300, standard),
  counter('p-espresso', 'COF-006', 'Espresso', 240, standard),
  counter('p-macchiato', 'COF-007', 'Macchiato', 270, standard),
  counter('p-mocha', 'COF-008', 'Mocha', 380, standard),
  counter('p-filter-batch-brew', 'COF-009', 'Filter, batch brew', 260, standard),
  counter('p-pour-over-guest-roast', 'COF-010', 'Pour-over, guest roast', 420, standard),
  counter('p-chai-latte', 'COF-011', 'Chai latte', 370, standard),
  counter('p-leith-fog', 'COF-012', 'Leith fog, Earl Grey & vanilla', 360, standard),
  counter('p-hot-chocolate', 'COF-013', 'Hot chocolate', changed(360, '2025-03-03', 380), standard),
  counter('p-hot-chocolate-small', 'COF-014', 'Hot chocolate, small', 260, standard),
  counter('p-babyccino', 'COF-015', 'Babyccino', 120, standard),
  counter('p-pot-of-tea-breakfast', 'COF-016', 'Pot of tea, breakfast', 290, standard),
  counter('p-pot-of-tea-earl-grey', 'COF-017', 'Pot of tea, Earl Grey', 290, standard),
  counter('p-pot-of-tea-darjeeling', 'COF-018', 'Pot of tea, Darjeeling', 330, standard),
  counter('p-fresh-mint-tea', 'COF-019', 'Fresh mint tea', 280, standard),
  counter('p-lemon-and-ginger-hot', 'COF-020', 'Lemon & ginger, hot', 280, standard),
  counter('p-extra-shot', 'COF-021', 'Extra shot', 60, standard),
  counter('p-swap-to-oat-milk', 'COF-022', 'Swap to oat milk', 40, standard),
]);
