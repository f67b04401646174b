import { expect, test } from 'vitest';
import { startSale } from '../../domain/open-sale.ts';
import { quantity } from '../../domain/quantity.ts';
import { payInCash, ringUp, trialProduct, trialTerms } from '../../testing/trial-shop.ts';
import { findNumber } from './find-number.ts';
import { refundLines } from './refund-lines.ts';

const terms = trialTerms();
const five = { product: trialProduct({ id: 'mug' }), quantity: quantity(5000), price: null };
const sold = payInCash(ringUp('sold', [{ is: 'addProduct', ...five }], terms), terms).body;

function backOf(sale: string, pieces: number, alreadyReturned: number) {
  const back = { receipt: sold, soldOn: terms.day, line: 1, quantity: quantity(pieces * 1000) };
  return ringUp(
    sale,
    [{ is: 'returnLine', ...back, alreadyReturned: quantity(alreadyReturned * 1000) }],
    terms,
  );
}

test('SCREEN-24 what may come back counts earlier refunds and what lies in the basket already', () => {
  const earlier = payInCash(backOf('earlier', 2, 0), terms, 'A1-000002').body;
  expect(refundLines(sold, [earlier], startSale('now'))).toMatchObject([
    { left: 3000, alreadyReturned: 2000 },
  ]);
  expect(refundLines(sold, [earlier], backOf('now', 1, 2))).toMatchObject([
    { left: 2000, alreadyReturned: 2000 },
  ]);
});

test('SCREEN-24 on a refund itself nothing can come back', () => {
  const refund = payInCash(backOf('refund', 2, 0), terms, 'A1-000002').body;
  expect(refundLines(refund, [], startSale('now'))).toEqual([]);
});

test.each([
  ['42', 'A1', 'A1-000042'],
  ['000042', 'A1b', 'A1b-000042'],
  ['a3-7', 'A1', 'A3-000007'],
  ['A1-000042', null, 'A1-000042'],
  ['42', null, null],
  ['0', 'A1', null],
  ['hello', 'A1', null],
])('SCREEN-25 “%s” typed on a till of series %s means receipt %s', (typed, series, number) => {
  expect(findNumber(typed, series)).toBe(number);
});
