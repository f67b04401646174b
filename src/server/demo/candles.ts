/** Candles, soap and scent: standard rate. */
import type { Product } from '../../domain/catalogue.ts';
import { changed, productsOf, shelf } from './demo-product.ts';
import { standard } from './demo-tax.ts';

// A price list reads best with one product a line.
// prettier-ignore
export const candles: readonly Product[] = productsOf('candles-and-scent', [
  shelf('p-beeswax-candle-tall', 'CAN-001', 'Beeswax candle, tall', changed(795, '2025-01-06', 840), standard, '2000000427188', '2000000457178'),
  shelf('p-beeswax-candle-short', 'CAN-002', 'Beeswax candle, short', 560, standard, '2000000427386'),
  shelf('p-beeswax-candles-dipped-pair', 'CAN-003', 'Beeswax candles, dipped pair', 1500, standard, '2000000427607'),
  shelf('p-beeswax-tea-lights-twelve', 'CAN-004', 'Beeswax tea lights, twelve', 950, standard, '2000000427713'),
  shelf('p-dinner-candles-rust-pair', 'CAN-005', 'Dinner candles, rust, pair', 650, standard, '2000000427973'),
  shelf('p-dinner-candles-moss-pair', 'CAN-006', 'Dinner candles, moss, pair', 650, standard, '2000000428123'),
  shelf('p-jar-candle-peat-smoke', 'CAN-007', 'Jar candle, peat smoke', 1850, standard, '2000000428291'),
  shelf('p-jar-candle-sea-haar', 'CAN-008', 'Jar candle, sea haar', 1850, standard, '2000000428482'),
  shelf('p-jar-candle-fig-leaf', 'CAN-009', 'Jar candle, fig leaf', 1850, standard, '2000000428567'),
  shelf('p-jar-candle-gorse', 'CAN-010', 'Jar candle, gorse', 1850, standard, '2000000428796'),
  shelf('p-tea-light-holder-heart', 'CAN-011', 'Tea light holder, heart', 255, standard, '2000000428918'),
  shelf('p-tea-light-holder-brass', 'CAN-012', 'Tea light holder, brass', 895, standard, '2000000429052'),
  shelf('p-candlestick-turned-ash', 'CAN-013', 'Candlestick, turned ash', 1600, standard, '2000000429212'),
  shelf('p-candle-snuffer-brass', 'CAN-014', 'Candle snuffer, brass', 1250, standard, '2000000429397'),
  shelf('p-long-matches-in-a-bottle', 'CAN-015', 'Long matches, in a bottle', 750, standard, '2000000429595'),
  shelf('p-incense-cedar', 'CAN-016', 'Incense, cedar', 595, standard, '2000000429816'),
  shelf('p-reed-diffuser-heather', 'CAN-017', 'Reed diffuser, heather', 2200, standard, '2000000429922'),
  shelf('p-lavender-bag-linen', 'CAN-018', 'Lavender bag, linen', 550, standard, '2000000430188'),
  shelf('p-soap-oatmeal', 'CAN-019', 'Soap, oatmeal', 550, standard, '2000000430331'),
  shelf('p-soap-bog-myrtle', 'CAN-020', 'Soap, bog myrtle', 595, standard, '2000000430508'),
  shelf('p-hand-balm-calendula', 'CAN-021', 'Hand balm, calendula', 850, standard, '2000000430690'),
  shelf('p-bath-salts-juniper', 'CAN-022', 'Bath salts, juniper', 1150, standard, '2000000430775'),
]);
