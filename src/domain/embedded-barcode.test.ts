import { describe, expect, test } from 'vitest';
import { ringUp, accepted, trialProduct, trialTerms } from '../testing/trial-shop.ts';
import { isEmbeddedPattern, priceCheckDigit, readEmbedded } from './embedded-barcode.ts';
import { money } from './money.ts';
import { priceSale } from './price-sale.ts';
import { pieces } from './quantity.ts';

const price = (pattern: string) => ({ pattern, is: 'price' as const });
const weight = (pattern: string) => ({ pattern, is: 'weight' as const });
const rules = [price('21IIIIIPPPPPC'), weight('22IIIIIWWWWWC'), price('02IIIIVPPPPPC')];

describe('labels of the shop’s own scales', () => {
  test('CAT-4 a code that fits a rule tells the item and its price or weight', () => {
    expect(readEmbedded('2112345003429', rules)).toEqual({
      is: 'price',
      value: 342,
      itemCodes: ['2112345000008', '2112345', '12345', '12345'],
    });
    expect(readEmbedded('2200042012506', rules)).toMatchObject({ is: 'weight', value: 1250 });
    expect(readEmbedded('2200042012506', rules)?.itemCodes).toEqual([
      '2200042000008',
      '2200042',
      '00042',
      '42',
    ]);
  });

  test('CAT-4 a code whose check digit or price check digit is wrong, or of another beginning, is none', () => {
    expect(readEmbedded('2112345003428', rules)).toBeNull();
    expect(readEmbedded('2312345003423', rules)).toBeNull();
    expect(readEmbedded('0212346146858', rules)).toMatchObject({ value: 14_685 });
    expect(readEmbedded('0212347146857', rules)).toBeNull();
    expect(readEmbedded('21123450034', rules)).toBeNull();
  });

  test('CAT-4 the check digits of prices are those of the GS1 examples', () => {
    expect(priceCheckDigit('2875')).toBe(9);
    expect(priceCheckDigit('14685')).toBe(6);
  });

  test('CAT-4 a pattern without an item, without one figure of its kind, or of another length is no rule', () => {
    for (const pattern of ['21IIIIIPPPPPC', '2IIIIIVPPPPC', '22IIIIIPPPPPP', '2PPPIIIC'])
      expect([pattern, isEmbeddedPattern(price(pattern))]).toEqual([pattern, true]);
    for (const pattern of [
      '',
      '21PPPPPPPPPPC',
      '21IIIIIIIIIIC',
      '21IIIPPIIPPPC',
      '21IIIIIPPPP',
      '21IIIIIWWWWWC',
      '*',
    ])
      expect([pattern, isEmbeddedPattern(price(pattern))]).toEqual([pattern, false]);
    expect(isEmbeddedPattern(price('21IIIIVPPPPPPC'))).toBe(false);
    expect(isEmbeddedPattern(weight('21IIIIVWWWWWC'))).toBe(false);
  });
});

test('CAT-5 a pack sold at the price of its label comes to exactly that, on a line of its own', () => {
  const cheese = trialProduct({ id: 'cheese', unit: 'kg' });
  const pack = {
    is: 'addProduct',
    product: cheese,
    quantity: pieces(1),
    price: money(342),
    priceFrom: 'barcode',
  } as const;
  const { lines } = accepted(priceSale(ringUp('sale-1', [pack, pack], trialTerms()), trialTerms()));
  expect(lines).toMatchObject([
    { unit: 'each', quantity: 1000, gross: 342, priceFrom: 'barcode' },
    { unit: 'each', quantity: 1000, gross: 342, priceFrom: 'barcode' },
  ]);
});
