/** Scarves, bags, small presents and the open price key: standard rate. */
import type { Product } from '../../domain/catalogue.ts';
import { openPrice, productsOf, shelf } from './demo-product.ts';
import { standard } from './demo-tax.ts';

// A price list reads best with one product a line.
// prettier-ignore
export const gifts: readonly Product[] = productsOf('wear-and-gifts', [
  shelf('p-lambswool-scarf-heather', 'GIF-001', 'Lambswool scarf, heather', 3800, standard, '2000000732183'),
  shelf('p-lambswool-scarf-slate', 'GIF-002', 'Lambswool scarf, slate', 3800, standard, '2000000732381'),
  shelf('p-beanie-navy', 'GIF-003', 'Beanie, navy', 2200, standard, '2000000732602'),
  shelf('p-fingerless-gloves-tweed', 'GIF-004', 'Fingerless gloves, tweed', 2400, standard, '2000000732718'),
  shelf('p-bed-socks-alpaca', 'GIF-005', 'Bed socks, alpaca', 1800, standard, '2000000732978'),
  shelf('p-recycled-wool-throw', 'GIF-006', 'Recycled wool throw', 4500, standard, '2000000733128'),
  shelf('p-hot-water-bottle-knitted', 'GIF-007', 'Hot-water bottle, knitted', 2600, standard, '2000000733296'),
  shelf('p-tote-bag-hollow-and-hart', 'GIF-008', 'Tote bag, Hollow & Hart', 950, standard, '2000000733487'),
  shelf('p-market-basket-willow', 'GIF-009', 'Market basket, willow', 3400, standard, '2000000733562'),
  shelf('p-umbrella-bottle-green', 'GIF-010', 'Umbrella, bottle green', 2600, standard, '2000000733791'),
  shelf('p-brooch-pewter-hart', 'GIF-011', 'Brooch, pewter hart', 1450, standard, '2000000733913'),
  shelf('p-earrings-sea-glass', 'GIF-012', 'Earrings, sea glass', 1950, standard, '2000000734057'),
  shelf('p-keyring-leather', 'GIF-013', 'Keyring, leather', 850, standard, '2000000734217'),
  shelf('p-coin-purse-waxed-cotton', 'GIF-014', 'Coin purse, waxed cotton', 1600, standard, '2000000734392'),
  shelf('p-darning-kit-in-a-tin', 'GIF-015', 'Darning kit, in a tin', 1250, standard, '2000000734590'),
  shelf('p-aran-yarn-100-g', 'GIF-016', 'Aran yarn, 100 g', 995, standard, '2000000734811'),
  openPrice('p-open-price', 'GIF-017', 'Open price', standard),
]);
