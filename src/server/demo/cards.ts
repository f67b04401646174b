/** Greeting cards, wrapping and everything to write on: standard rate. */
import type { Product } from '../../domain/catalogue.ts';
import { counter, openPrice, productsOf, shelf } from './demo-product.ts';
import { standard } from './demo-tax.ts';

// A price list reads best with one product a line.
// prettier-ignore
export const cards: readonly Product[] = productsOf('cards-and-paper', [
  shelf('p-birthday-card-letterpress', 'CAR-001', 'Birthday card, letterpress', 350, standard, '2000000366180'),
  shelf('p-birthday-card-running-hare', 'CAR-002', 'Birthday card, running hare', 325, standard, '2000000366388'),
  shelf('p-birthday-card-sixty-and-splendid', 'CAR-003', 'Birthday card, sixty & splendid', 325, standard, '2000000366609'),
  shelf('p-thank-you-card-ferns', 'CAR-004', 'Thank-you card, ferns', 295, standard, '2000000366715'),
  shelf('p-thank-you-cards-box-of-eight', 'CAR-005', 'Thank-you cards, box of eight', 1200, standard, '2000000366975'),
  shelf('p-new-baby-card-moon', 'CAR-006', 'New baby card, moon', 325, standard, '2000000367125'),
  shelf('p-new-home-card-blue-door', 'CAR-007', 'New home card, blue door', 325, standard, '2000000367293'),
  shelf('p-wedding-card-gold-foil', 'CAR-008', 'Wedding card, gold foil', 395, standard, '2000000367484'),
  shelf('p-anniversary-card-swans', 'CAR-009', 'Anniversary card, swans', 325, standard, '2000000367569'),
  shelf('p-get-well-card-teapot', 'CAR-010', 'Get well card, teapot', 295, standard, '2000000367798'),
  shelf('p-sympathy-card-snowdrops', 'CAR-011', 'Sympathy card, snowdrops', 295, standard, '2000000367910'),
  shelf('p-card-leith-docks-linocut', 'CAR-012', 'Card, Leith docks linocut', 350, standard, '2000000368054'),
  shelf('p-postcard-calton-hill', 'CAR-013', 'Postcard, Calton Hill', 120, standard, '2000000368214'),
  shelf('p-postcard-the-shore-at-dusk', 'CAR-014', 'Postcard, the Shore at dusk', 120, standard, '2000000368399'),
  shelf('p-wrapping-paper-3-m', 'CAR-015', 'Wrapping paper, 3 m', 400, standard, '2000000368597', '2000000398556'),
  shelf('p-wrapping-paper-marbled-sheet', 'CAR-016', 'Wrapping paper, marbled sheet', 280, standard, '2000000368818'),
  shelf('p-tissue-paper-ten-sheets', 'CAR-017', 'Tissue paper, ten sheets', 250, standard, '2000000368924'),
  shelf('p-velvet-ribbon-2-m', 'CAR-018', 'Velvet ribbon, 2 m', 320, standard, '2000000369181'),
  shelf('p-cotton-twine-spool', 'CAR-019', 'Cotton twine, spool', 395, standard, '2000000369334'),
  shelf('p-gift-tags-set-of-six', 'CAR-020', 'Gift tags, set of six', 295, standard, '2000000369501'),
  shelf('p-gift-bag-medium', 'CAR-021', 'Gift bag, medium', 350, standard, '2000000369693'),
  shelf('p-gift-bag-bottle', 'CAR-022', 'Gift bag, bottle', 325, standard, '2000000369778'),
  shelf('p-notebook-lined-a5', 'CAR-023', 'Notebook, lined, A5', 950, standard, '2000000370002'),
  shelf('p-notebook-pocket', 'CAR-024', 'Notebook, pocket', 550, standard, '2000000370125'),
  shelf('p-sketchbook-a4', 'CAR-025', 'Sketchbook, A4', 1295, standard, '2000000370262'),
  shelf('p-writing-paper-and-envelopes', 'CAR-026', 'Writing paper & envelopes', 1450, standard, '2000000370422'),
  shelf('p-pencil-cedar', 'CAR-027', 'Pencil, cedar', 140, standard, '2000000370606'),
  shelf('p-pencils-tin-of-twelve', 'CAR-028', 'Pencils, tin of twelve', 1195, standard, '2000000370804'),
  shelf('p-fountain-pen-tortoiseshell', 'CAR-029', 'Fountain pen, tortoiseshell', 1850, standard, '2000000371023'),
  shelf('p-ink-peat-brown', 'CAR-030', 'Ink, peat brown', 995, standard, '2000000371139'),
  shelf('p-sealing-wax-oxblood', 'CAR-031', 'Sealing wax, oxblood', 650, standard, '2000000371399'),
  counter('p-paper-carrier-bag', 'CAR-032', 'Paper carrier bag', 10, standard),
  openPrice('p-gift-wrap', 'CAR-033', 'Gift wrap, any amount', standard),
]);
