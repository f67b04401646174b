import { expect, test } from 'vitest';
import { after, basketOf, scanned, trialCounter } from '../../testing/trial-counter.ts';
import { trialProduct } from '../../testing/trial-shop.ts';

const CHEESE = trialProduct({ id: 'cheese', sku: '12345', name: 'Cheese', unit: 'kg' });
const FUDGE = trialProduct({ id: 'fudge', sku: 'FUDGE', name: 'Fudge', unit: 'kg', barcodes: ['2200042'] });
const YOGURT = trialProduct({ id: 'yogurt', name: 'Yogurt', barcodes: ['9501101530003'] });
const WHOLE = trialProduct({ id: 'whole', name: 'Whole', barcodes: ['2112345000169'] });
const shop = trialCounter(
  {
    embeddedBarcodes: [
      { pattern: '21IIIIIPPPPPC', is: 'price' },
      { pattern: '22IIIIIWWWWWC', is: 'weight' },
    ],
  },
  [CHEESE, FUDGE, YOGURT, WHOLE],
);

test('CAT-5 a label with a price sells its pack for exactly that', () => {
  const state = after(shop, scanned('2112345003429'));
  expect(basketOf(state)).toEqual(['1 cheese']);
  expect(state.priced.lines[0]).toMatchObject({ gross: 342, unit: 'each', priceFrom: 'barcode' });
});

test('CAT-4 a label with a weight sells that weight at the price per kilogram', () => {
  const state = after(shop, scanned('2200042012506'));
  expect(basketOf(state)).toEqual(['1.25 fudge']);
  expect(state.priced.totals.gross).toBe(313);
});

test('SCREEN-4 a quantity before a label counts packs of the same price or weight', () => {
  expect(after(shop, scanned('2*2112345003429')).priced.totals.gross).toBe(684);
  expect(basketOf(after(shop, scanned('2*2200042012506')))).toEqual(['2.5 fudge']);
});

test('SCREEN-2 a label that is registered as it stands means that product', () => {
  expect(basketOf(after(shop, scanned('2112345000169')))).toEqual(['1 whole']);
});

test('CAT-8 a GS1 code sells as many as it says, unless the goods are past their day', () => {
  expect(basketOf(after(shop, scanned('(01)09501101530003(30)6')))).toEqual(['6 yogurt']);
  expect(basketOf(after(shop, scanned('01095011015300031725050630' + '4')))).toEqual(['4 yogurt']);
  const expired = after(shop, scanned('010950110153000317250505'));
  expect(basketOf(expired)).toEqual([]);
  expect(expired).toMatchObject({
    notice: { is: 'pastUseBy', product: 'Yogurt', day: '2025-05-05' },
    cue: { sound: 'blocked' },
  });
});

test('SCREEN-9 a label’s price is given back when the pack comes back', () => {
  const state = after(shop, [{ is: 'startReturning', reason: 'spoilt' }, ...scanned('2112345003429')]);
  expect(state.priced.totals.gross).toBe(-342);
});

test('SCREEN-3 a label nobody knows sells nothing', () => {
  expect(after(shop, scanned('2199999003425')).notice).toMatchObject({ is: 'unknownCode' });
});
