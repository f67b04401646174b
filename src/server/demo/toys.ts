/** Toys and games: standard rate. */
import type { Product } from '../../domain/catalogue.ts';
import { productsOf, shelf } from './demo-product.ts';
import { standard } from './demo-tax.ts';

// A price list reads best with one product a line.
// prettier-ignore
export const toys: readonly Product[] = productsOf('toys-and-games', [
  shelf('p-wooden-spinning-top', 'TOY-001', 'Wooden spinning top', 425, standard, '2000000549187'),
  shelf('p-yo-yo-painted', 'TOY-002', 'Yo-yo, painted', 395, standard, '2000000549385'),
  shelf('p-skipping-rope', 'TOY-003', 'Skipping rope', 850, standard, '2000000549606'),
  shelf('p-marbles-bag-of-twenty', 'TOY-004', 'Marbles, bag of twenty', 495, standard, '2000000549712'),
  shelf('p-balsa-glider', 'TOY-005', 'Balsa glider', 350, standard, '2000000549972'),
  shelf('p-tin-whistle-in-d', 'TOY-006', 'Tin whistle, in D', 895, standard, '2000000550121'),
  shelf('p-harmonica-in-c', 'TOY-007', 'Harmonica, in C', 995, standard, '2000000550299'),
  shelf('p-playing-cards', 'TOY-008', 'Playing cards', 650, standard, '2000000550480'),
  shelf('p-dominoes-boxed', 'TOY-009', 'Dominoes, boxed', 1295, standard, '2000000550565'),
  shelf('p-snakes-and-ladders-tin', 'TOY-010', 'Snakes & ladders, tin', 1150, standard, '2000000550794'),
  shelf('p-jigsaw-500-pieces', 'TOY-011', 'Jigsaw, 500 pieces', 1495, standard, '2000000550916'),
  shelf('p-jigsaw-edinburgh-roofs-1-000', 'TOY-012', 'Jigsaw, Edinburgh roofs, 1,000', 1895, standard, '2000000551050'),
  shelf('p-wax-crayons-twelve', 'TOY-013', 'Wax crayons, twelve', 650, standard, '2000000551210'),
  shelf('p-paint-box-twelve-colours', 'TOY-014', 'Paint box, twelve colours', 895, standard, '2000000551395'),
  shelf('p-pavement-chalks', 'TOY-015', 'Pavement chalks', 450, standard, '2000000551593'),
  shelf('p-magnifying-glass', 'TOY-016', 'Magnifying glass', 695, standard, '2000000551814'),
  shelf('p-kite-red-diamond', 'TOY-017', 'Kite, red diamond', 1595, standard, '2000000551920'),
  shelf('p-wooden-train', 'TOY-018', 'Wooden train', 1650, standard, '2000000552187'),
  shelf('p-building-blocks-thirty', 'TOY-019', 'Building blocks, thirty', 2400, standard, '2000000552330'),
  shelf('p-stacking-rings-rainbow', 'TOY-020', 'Stacking rings, rainbow', 1450, standard, '2000000552507'),
  shelf('p-finger-puppet-puffin', 'TOY-021', 'Finger puppet, puffin', 550, standard, '2000000552699'),
  shelf('p-knitted-rabbit', 'TOY-022', 'Knitted rabbit', 1850, standard, '2000000552774'),
  shelf('p-knitted-highland-cow', 'TOY-023', 'Knitted Highland cow', 1950, standard, '2000000553009'),
  shelf('p-corduroy-bear', 'TOY-024', 'Corduroy bear', 2200, standard, '2000000553122'),
]);
