/** Lunch: what is served hot is standard rate everywhere, what is cold is zero-rated when taken away. */
import type { Product } from '../../domain/catalogue.ts';
import { counter, productsOf, shelf } from './demo-product.ts';
import { coldFood, standard } from './demo-tax.ts';

export const lunch: readonly Product[] = productsOf('lunch', [
  counter('p-soup-and-bread', 'LUN-001', 'Soup of the day & bread', 580, standard),
  counter('p-cullen-skink-bowl', 'LUN-002', 'Cullen skink, bowl', 750, standard),
  counter('p-cheese-toastie', 'LUN-003', 'Cheese toastie', 620, standard),
  counter('p-haggis-and-cheddar-toastie', 'LUN-004', 'Haggis & cheddar toastie', 690, standard),
  counter('p-mushroom-and-thyme-toastie', 'LUN-005', 'Mushroom & thyme toastie', 650, standard),
  counter('p-macaroni-pie-warm', 'LUN-006', 'Macaroni pie, warm', 390, standard),
  counter('p-sausage-roll-warm', 'LUN-007', 'Sausage roll, warm', 360, standard),
  counter('p-baked-potato-beans-and-cheddar', 'LUN-008', 'Baked potato, beans & cheddar', 680, standard),
  counter('p-porridge-brown-sugar', 'LUN-009', 'Porridge, brown sugar', 420, standard),
  counter('p-ham-and-mustard-sandwich', 'LUN-010', 'Ham & mustard sandwich', 495, coldFood),
  counter('p-egg-and-cress-roll', 'LUN-011', 'Egg & cress roll', 420, coldFood),
  counter('p-coronation-chicken-baguette', 'LUN-012', 'Coronation chicken baguette', 560, coldFood),
  counter('p-houmous-and-carrot-wrap', 'LUN-013', 'Houmous & carrot wrap', 495, coldFood),
  counter('p-smoked-salmon-bagel', 'LUN-014', 'Smoked salmon bagel', 640, coldFood),
  counter('p-ploughmans-box', 'LUN-015', "Ploughman's box", 750, coldFood),
  counter('p-beetroot-and-barley-salad', 'LUN-016', 'Beetroot & barley salad', 680, coldFood),
  counter('p-leek-and-cheddar-quiche-cold', 'LUN-017', 'Leek & cheddar quiche, cold', 460, coldFood),
  counter('p-scotch-egg-free-range', 'LUN-018', 'Scotch egg, free-range', 380, coldFood),
  counter('p-yoghurt-and-granola-pot', 'LUN-019', 'Yoghurt & granola pot', 340, coldFood),
  counter('p-fruit-pot', 'LUN-020', 'Fruit pot', 290, coldFood),
  shelf('p-crisps-sea-salt', 'LUN-021', 'Crisps, sea salt', 140, standard, '2000000247694'),
  shelf('p-crisps-cider-vinegar', 'LUN-022', 'Crisps, cider vinegar', 140, standard, '2000000247779'),
]);
