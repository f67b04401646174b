/** Groceries to take home: zero-rated, but confectionery and roasted nuts are standard rate. */
import type { Product } from '../../domain/catalogue.ts';
import { changed, from, productsOf, shelf, weighed } from './demo-product.ts';
import { standard, zero } from './demo-tax.ts';

// A price list reads best with one product a line.
// prettier-ignore
export const pantry: readonly Product[] = productsOf('pantry', [
  weighed('p-beans-weighed', 'PAN-001', 'Beans, weighed', 2400, zero, '2200001000001'),
  weighed('p-beans-decaf-weighed', 'PAN-002', 'Beans, decaf, weighed', 2700, zero, '2200002000000'),
  weighed('p-beans-guest-roast-weighed', 'PAN-003', 'Beans, guest roast, weighed', 3200, zero, '2200003000009'),
  weighed('p-fudge-weighed', 'PAN-004', 'Fudge, weighed', 2800, standard, '2200004000008'),
  shelf('p-house-blend-250-g', 'PAN-005', 'House blend, 250 g', 850, zero, '2000000305974', '2000000335858'),
  shelf('p-decaf-250-g', 'PAN-006', 'Decaf, 250 g', 920, zero, '2000000306124'),
  shelf('p-guest-roast-250-g', 'PAN-007', 'Guest roast, 250 g', changed(995, '2025-02-01', 1050), zero, '2000000306292'),
  shelf('p-breakfast-tea-50-bags', 'PAN-008', 'Breakfast tea, 50 bags', 480, zero, '2000000306483'),
  shelf('p-earl-grey-loose-100-g', 'PAN-009', 'Earl Grey, loose, 100 g', 720, zero, '2000000306568'),
  shelf('p-camomile-loose-50-g', 'PAN-010', 'Camomile, loose, 50 g', 640, zero, '2000000306797'),
  shelf('p-drinking-chocolate-tin', 'PAN-011', 'Drinking chocolate, tin', 795, zero, '2000000306919'),
  shelf('p-heather-honey', 'PAN-012', 'Heather honey', 895, zero, '2000000307053'),
  shelf('p-raspberry-jam', 'PAN-013', 'Raspberry jam', 450, zero, '2000000307213'),
  shelf('p-rhubarb-and-ginger-jam', 'PAN-014', 'Rhubarb & ginger jam', 475, zero, '2000000307398'),
  shelf('p-seville-marmalade-thick-cut', 'PAN-015', 'Seville marmalade, thick cut', 475, zero, '2000000307596'),
  shelf('p-lemon-curd', 'PAN-016', 'Lemon curd', 450, zero, '2000000307817'),
  shelf('p-red-onion-chutney', 'PAN-017', 'Red onion chutney', 475, zero, '2000000307923'),
  shelf('p-piccalilli', 'PAN-018', 'Piccalilli', 495, zero, '2000000308180'),
  shelf('p-wholegrain-mustard', 'PAN-019', 'Wholegrain mustard', 395, zero, '2000000308333'),
  shelf('p-oatcakes-rough', 'PAN-020', 'Oatcakes, rough', 295, zero, '2000000308500'),
  shelf('p-petticoat-tails-tin', 'PAN-021', 'Petticoat tails, tin', 795, zero, '2000000308692'),
  shelf('p-maple-granola-500-g', 'PAN-022', 'Maple granola, 500 g', 650, zero, '2000000308777'),
  shelf('p-rapeseed-oil-500-ml', 'PAN-023', 'Rapeseed oil, 500 ml', 750, zero, '2000000309002'),
  shelf('p-sea-salt-flakes-tin', 'PAN-024', 'Sea salt flakes, tin', 495, zero, '2000000309125'),
  shelf('p-tablet-bar', 'PAN-025', 'Tablet, bar', 280, standard, '2000000309262'),
  shelf('p-dark-chocolate-sea-salt', 'PAN-026', 'Dark chocolate, sea salt', 420, standard, '2000000309422'),
  shelf('p-milk-chocolate-honeycomb', 'PAN-027', 'Milk chocolate, honeycomb', 420, standard, '2000000309606'),
  shelf('p-rose-creams-box-of-nine', 'PAN-028', 'Rose creams, box of nine', 1250, standard, '2000000309804'),
  shelf('p-smoked-almonds-tin', 'PAN-029', 'Smoked almonds, tin', 550, standard, '2000000310022'),
  from(18, shelf('p-sloe-gin-35-cl', 'PAN-030', 'Sloe gin, 35 cl', 2450, standard, '2000000310152')),
]);
