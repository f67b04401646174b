/** For the kitchen and the table: standard rate. */
import type { Product } from '../../domain/catalogue.ts';
import { productsOf, shelf } from './demo-product.ts';
import { standard } from './demo-tax.ts';

// A price list reads best with one product a line.
// prettier-ignore
export const kitchen: readonly Product[] = productsOf('kitchen-and-table', [
  shelf('p-enamel-mug-blue-rim', 'KIT-001', 'Enamel mug, blue rim', 900, standard, '2000000488189', '2000000518176'),
  shelf('p-enamel-plate-blue-rim', 'KIT-002', 'Enamel plate, blue rim', 850, standard, '2000000488387'),
  shelf('p-pie-dish-enamel', 'KIT-003', 'Pie dish, enamel', 1295, standard, '2000000488608'),
  shelf('p-stoneware-mug-oat', 'KIT-004', 'Stoneware mug, oat', 1450, standard, '2000000488714'),
  shelf('p-stoneware-bowl-oat', 'KIT-005', 'Stoneware bowl, oat', 1800, standard, '2000000488974'),
  shelf('p-mixing-bowl-cane', 'KIT-006', 'Mixing bowl, cane', 2450, standard, '2000000489124'),
  shelf('p-butter-dish-white', 'KIT-007', 'Butter dish, white', 1750, standard, '2000000489292'),
  shelf('p-milk-jug-speckled', 'KIT-008', 'Milk jug, speckled', 1250, standard, '2000000489483'),
  shelf('p-egg-cups-pair', 'KIT-009', 'Egg cups, pair', 950, standard, '2000000489568'),
  shelf('p-teapot-brown-four-cups', 'KIT-010', 'Teapot, brown, four cups', 2400, standard, '2000000489797'),
  shelf('p-tea-strainer', 'KIT-011', 'Tea strainer', 695, standard, '2000000489919'),
  shelf('p-cafetiere-three-cups', 'KIT-012', 'Cafetière, three cups', 2250, standard, '2000000490052'),
  shelf('p-moka-pot-three-cups', 'KIT-013', 'Moka pot, three cups', 2800, standard, '2000000490212'),
  shelf('p-coffee-dripper-ceramic', 'KIT-014', 'Coffee dripper, ceramic', 1950, standard, '2000000490397'),
  shelf('p-filter-papers-hundred', 'KIT-015', 'Filter papers, hundred', 550, standard, '2000000490595'),
  shelf('p-travel-cup-steel', 'KIT-016', 'Travel cup, steel', 1850, standard, '2000000490816'),
  shelf('p-chopping-board-oak', 'KIT-017', 'Chopping board, oak', 2200, standard, '2000000490922'),
  shelf('p-wooden-spoon-cherry', 'KIT-018', 'Wooden spoon, cherry', 650, standard, '2000000491189'),
  shelf('p-spurtle-beech', 'KIT-019', 'Spurtle, beech', 595, standard, '2000000491332'),
  shelf('p-dish-brush-beech', 'KIT-020', 'Dish brush, beech', 625, standard, '2000000491509'),
  shelf('p-linen-tea-towel', 'KIT-021', 'Linen tea towel', 1150, standard, '2000000491691'),
  shelf('p-tea-towel-map-of-leith', 'KIT-022', 'Tea towel, map of Leith', 1050, standard, '2000000491776'),
  shelf('p-linen-napkins-pair', 'KIT-023', 'Linen napkins, pair', 1500, standard, '2000000492001'),
  shelf('p-oven-glove-ticking-stripe', 'KIT-024', 'Oven glove, ticking stripe', 1350, standard, '2000000492124'),
  shelf('p-apron-navy-canvas', 'KIT-025', 'Apron, navy canvas', 2600, standard, '2000000492261'),
  shelf('p-beeswax-wraps-three', 'KIT-026', 'Beeswax wraps, three', 1200, standard, '2000000492421'),
  shelf('p-preserving-jars-six', 'KIT-027', 'Preserving jars, six', 1395, standard, '2000000492605'),
]);
