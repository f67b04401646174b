/** Books, maps and printed music: zero-rated. Every title is invented. */
import type { Product } from '../../domain/catalogue.ts';
import { openPrice, productsOf, shelf } from './demo-product.ts';
import { zero } from './demo-tax.ts';

// A price list reads best with one product a line.
// prettier-ignore
export const books: readonly Product[] = productsOf('books-and-maps', [
  shelf('p-a-pocketful-of-leith', 'BOO-001', 'A Pocketful of Leith', 999, zero, '2000000610184'),
  shelf('p-closes-and-wynds-after-dark', 'BOO-002', 'Closes & Wynds After Dark', 1499, zero, '2000000610382'),
  shelf('p-the-forth-in-all-weathers', 'BOO-003', 'The Forth in All Weathers', 1699, zero, '2000000610603'),
  shelf('p-slow-walks-by-the-water-of-leith', 'BOO-004', 'Slow Walks by the Water of Leith', 1299, zero, '2000000610719'),
  shelf('p-foraging-the-tideline', 'BOO-005', 'Foraging the Tideline', 1499, zero, '2000000610979'),
  shelf('p-birds-of-the-firth', 'BOO-006', 'Birds of the Firth', 1299, zero, '2000000611129'),
  shelf('p-soup-for-a-small-kitchen', 'BOO-007', 'Soup for a Small Kitchen', 1899, zero, '2000000611297'),
  shelf('p-bread-and-waiting', 'BOO-008', 'Bread, and Waiting', 2200, zero, '2000000611488'),
  shelf('p-the-back-shop-baking-book', 'BOO-009', 'The Back-Shop Baking Book', 2000, zero, '2000000611563'),
  shelf('p-poems-for-the-last-tram', 'BOO-010', 'Poems for the Last Tram', 999, zero, '2000000611792'),
  shelf('p-forty-words-for-drizzle', 'BOO-011', 'Forty Words for Drizzle', 899, zero, '2000000611914'),
  shelf('p-murder-at-the-kirk-door', 'BOO-012', 'Murder at the Kirk Door', 899, zero, '2000000612058'),
  shelf('p-the-ferrymans-daughters', 'BOO-013', "The Ferryman's Daughters", 999, zero, '2000000612218'),
  shelf('p-the-lamplighters-cat', 'BOO-014', "The Lamplighter's Cat", 799, zero, '2000000612393'),
  shelf('p-where-the-puffins-go', 'BOO-015', 'Where the Puffins Go', 799, zero, '2000000612591'),
  shelf('p-one-wee-bear-board-book', 'BOO-016', 'One Wee Bear, board book', 699, zero, '2000000612812'),
  shelf('p-the-kelpie-of-canal-street', 'BOO-017', 'The Kelpie of Canal Street', 799, zero, '2000000612928'),
  shelf('p-colour-in-your-own-edinburgh', 'BOO-018', 'Colour In Your Own Edinburgh', 599, zero, '2000000613185'),
  shelf('p-map-edinburgh-on-foot', 'BOO-019', 'Map, Edinburgh on foot', 695, zero, '2000000613338'),
  shelf('p-map-the-pentland-paths', 'BOO-020', 'Map, the Pentland paths', 795, zero, '2000000613505'),
  shelf('p-fifty-easy-fiddle-tunes', 'BOO-021', 'Fifty Easy Fiddle Tunes', 1150, zero, '2000000613697'),
  openPrice('p-second-hand-book', 'BOO-022', 'Second-hand book, price inside', zero),
]);
