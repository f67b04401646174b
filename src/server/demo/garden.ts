/** For garden and hearth: firewood is reduced, plants and seed that grow food are zero-rated, the rest is standard rate. */
import type { Product } from '../../domain/catalogue.ts';
import { counter, openPrice, productsOf, shelf } from './demo-product.ts';
import { reduced, standard, zero } from './demo-tax.ts';

export const garden: readonly Product[] = productsOf('garden-and-hearth', [
  shelf('p-logs-ash-net', 'GAR-001', 'Logs, ash, net', 895, reduced, '2000000793184'),
  shelf('p-kindling-birch-net', 'GAR-002', 'Kindling, birch, net', 595, reduced, '2000000793382'),
  shelf('p-firelighters-wood-wool', 'GAR-003', 'Firelighters, wood wool', 650, standard, '2000000793603'),
  shelf('p-kale-seed-packet', 'GAR-004', 'Kale seed, packet', 295, zero, '2000000793719'),
  shelf('p-pea-seed-packet', 'GAR-005', 'Pea seed, packet', 295, zero, '2000000793979'),
  shelf('p-sweet-pea-seed-packet', 'GAR-006', 'Sweet pea seed, packet', 325, standard, '2000000794129'),
  shelf('p-wildflower-seed-packet', 'GAR-007', 'Wildflower seed, packet', 325, standard, '2000000794297'),
  counter('p-basil-in-a-pot', 'GAR-008', 'Basil, in a pot', 350, zero),
  counter('p-chives-in-a-pot', 'GAR-009', 'Chives, in a pot', 350, zero),
  shelf('p-tulip-bulbs-bag-of-ten', 'GAR-010', 'Tulip bulbs, bag of ten', 695, standard, '2000000794792'),
  shelf('p-terracotta-pot-small', 'GAR-011', 'Terracotta pot, small', 450, standard, '2000000794914'),
  shelf('p-terracotta-pot-large', 'GAR-012', 'Terracotta pot, large', 1250, standard, '2000000795058'),
  shelf('p-watering-can-zinc', 'GAR-013', 'Watering can, zinc', 2600, standard, '2000000795218'),
  shelf('p-jute-twine-tin', 'GAR-014', 'Jute twine, tin', 695, standard, '2000000795393'),
  shelf('p-hand-trowel-ash-handle', 'GAR-015', 'Hand trowel, ash handle', 1450, standard, '2000000795591'),
  shelf('p-gardening-gloves', 'GAR-016', 'Gardening gloves', 1195, standard, '2000000795812'),
  shelf('p-bird-feeder-glass', 'GAR-017', 'Bird feeder, glass', 1595, standard, '2000000795928'),
  counter('p-bunch-from-the-flower-bucket', 'GAR-018', 'Bunch from the flower bucket', 850, standard),
  counter('p-dried-posy', 'GAR-019', 'Dried posy', 1400, standard),
  openPrice('p-flowers-to-your-wish', 'GAR-020', 'Flowers, made to your wish', standard),
]);
