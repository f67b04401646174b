/** For babies and small children: their clothes are zero-rated, a car booster is reduced, the rest is standard rate. */
import type { Product } from '../../domain/catalogue.ts';
import { productsOf, shelf } from './demo-product.ts';
import { reduced, standard, zero } from './demo-tax.ts';

// A price list reads best with one product a line.
// prettier-ignore
export const littleOnes: readonly Product[] = productsOf('little-ones', [
  shelf('p-bodysuit-oat-stripe-newborn', 'BAB-001', 'Bodysuit, oat stripe, newborn', 1400, zero, '2000000671185'),
  shelf('p-bodysuit-oat-stripe-6-months', 'BAB-002', 'Bodysuit, oat stripe, 6 months', 1400, zero, '2000000671383'),
  shelf('p-romper-corduroy-12-months', 'BAB-003', 'Romper, corduroy, 12 months', 2800, zero, '2000000671604'),
  shelf('p-cardigan-fair-isle-age-3', 'BAB-004', 'Cardigan, Fair Isle, age 3', 3400, zero, '2000000671710'),
  shelf('p-pyjamas-stars-age-4', 'BAB-005', 'Pyjamas, stars, age 4', 2400, zero, '2000000671970'),
  shelf('p-baby-hat-knitted', 'BAB-006', 'Baby hat, knitted', 1250, zero, '2000000672120'),
  shelf('p-baby-mittens-merino', 'BAB-007', 'Baby mittens, merino', 850, zero, '2000000672298'),
  shelf('p-booties-felted-wool', 'BAB-008', 'Booties, felted wool', 1650, zero, '2000000672489'),
  shelf('p-bib-linen', 'BAB-009', 'Bib, linen', 850, zero, '2000000672564'),
  shelf('p-childs-socks-three-pairs', 'BAB-010', "Child's socks, three pairs", 950, zero, '2000000672793'),
  shelf('p-rain-hat-yellow-childs', 'BAB-011', "Rain hat, yellow, child's", 1500, zero, '2000000672915'),
  shelf('p-wellies-red-childs', 'BAB-012', "Wellies, red, child's", 1950, zero, '2000000673059'),
  shelf('p-blanket-merino-cot-size', 'BAB-013', 'Blanket, merino, cot size', 4200, standard, '2000000673219'),
  shelf('p-muslin-squares-three', 'BAB-014', 'Muslin squares, three', 1600, standard, '2000000673394'),
  shelf('p-rattle-beech', 'BAB-015', 'Rattle, beech', 950, standard, '2000000673592'),
  shelf('p-night-light-moon', 'BAB-016', 'Night light, moon', 2400, standard, '2000000673813'),
  shelf('p-booster-cushion-for-the-car', 'BAB-017', 'Booster cushion for the car', 2850, reduced, '2000000673929'),
]);
