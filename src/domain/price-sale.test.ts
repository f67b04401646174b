import { describe, expect, test } from 'vitest';
import { accepted, ringUp, trialProduct, trialTerms } from '../testing/trial-shop.ts';
import { money } from './money.ts';
import { priceSale } from './price-sale.ts';
import { pieces, quantity } from './quantity.ts';
import type { SaleCommand } from './sale-command.ts';
import type { TaxPolicy } from './tax-rate.ts';

const item = (price: number, count: number, taxClass = 'standard'): SaleCommand => ({
  is: 'addProduct',
  product: trialProduct({ id: `p${price}`, tax: { is: 'single', class: taxClass } }),
  quantity: pieces(count),
  price: money(price),
});

const weighed = (price: number, thousandths: number, taxClass = 'standard'): SaleCommand => ({
  is: 'addProduct',
  product: trialProduct({ id: `w${price}`, unit: 'kg', tax: { is: 'single', class: taxClass } }),
  quantity: quantity(thousandths),
  price: money(price),
});

function price(tax: TaxPolicy, commands: readonly SaleCommand[], day?: string) {
  const terms = trialTerms({ tax, repeatScans: 'newLine' }, day);
  return accepted(priceSale(ringUp('sale-1', commands, terms), terms));
}

const includingPerLine: TaxPolicy = { pricesIncludeTax: true, rounding: 'perLine' };
const excludingPerLine: TaxPolicy = { pricesIncludeTax: false, rounding: 'perLine' };
const includingPerReceipt: TaxPolicy = { pricesIncludeTax: true, rounding: 'perReceipt' };
const excludingPerReceipt: TaxPolicy = { pricesIncludeTax: false, rounding: 'perReceipt' };

describe('rounded per line', () => {
  test('TAX-2 three at 1.23 with 20 % on top are 4.43, not three times the rounded one', () => {
    expect(price(excludingPerLine, [item(123, 3)]).totals).toMatchObject({ net: 369, tax: 74, gross: 443 });
    expect(price(excludingPerLine, [item(123, 1), item(123, 1), item(123, 1)]).totals).toMatchObject({
      tax: 75,
    });
  });

  test('TAX-2 tax inside a price is taken from the line', () => {
    expect(price(includingPerLine, [item(999, 1)]).totals).toMatchObject({ net: 832, tax: 167, gross: 999 });
  });

  test('TAX-2 a weighed line is rounded to whole pence before it is taxed', () => {
    // 0.333 kg at 9.99 is 3.32667; the tax inside 3.33 is 0.555.
    expect(price(includingPerLine, [weighed(999, 333)]).totals).toMatchObject({
      gross: 333,
      tax: 56,
      net: 277,
    });
    // 0.095 kg at 1.00 is 9.5 pence: 10, and 5 % of 10 on top; 5 % of 9.5 would have come to nothing.
    expect(price(excludingPerLine, [weighed(100, 95, 'reduced')]).totals).toMatchObject({
      net: 10,
      tax: 1,
      gross: 11,
    });
  });
});

describe('rounded per receipt', () => {
  test('TAX-3 tax is rounded once, and the lines share it', () => {
    const { lines, totals } = price(excludingPerReceipt, [item(123, 1), item(123, 1), item(123, 1)]);
    expect(totals).toMatchObject({ net: 369, tax: 74, gross: 443 });
    expect(lines.map((line) => line.tax)).toEqual([25, 25, 24]);
    expect(lines.map((line) => line.net)).toEqual([123, 123, 123]);
  });

  test('TAX-3 weighed lines are added up before they are rounded', () => {
    // Twice 12.12 at 12.12: 293.7888 together, 146.89 each.
    const { lines, totals } = price(includingPerReceipt, [
      weighed(1212, 12_120, 'zero'),
      weighed(1212, 12_120, 'zero'),
    ]);
    expect(totals.gross).toBe(29_379);
    expect(lines.map((line) => line.gross)).toEqual([14_690, 14_689]);
  });

  test('TAX-3 where halves of two rates meet, the gross is rounded once and net bears it', () => {
    // 1.00 at 17.5 % is 1.175 and 0.10 at 5 % is 0.105: 1.28 together, though each alone would round up.
    const { totals } = price(excludingPerReceipt, [item(100, 1), item(10, 1, 'reduced')], '2010-12-07');
    expect(totals).toMatchObject({ net: 109, tax: 19, gross: 128 });
    expect(totals.byRate).toEqual([
      { rate: 500, net: 9, tax: 1, gross: 10 },
      { rate: 1750, net: 100, tax: 18, gross: 118 },
    ]);
  });
});

describe('what always holds', () => {
  test('TAX-4 rows by rate are the sums of their lines, the lowest rate first', () => {
    const { totals } = price(includingPerLine, [
      item(120, 1),
      item(105, 1, 'reduced'),
      item(120, 2),
      item(99, 1, 'zero'),
    ]);
    expect(totals.byRate).toEqual([
      { rate: 0, net: 99, tax: 0, gross: 99 },
      { rate: 500, net: 100, tax: 5, gross: 105 },
      { rate: 2000, net: 300, tax: 60, gross: 360 },
    ]);
    expect(totals).toMatchObject({ net: 499, tax: 65, gross: 564 });
  });

  test('TAX-4 a sale without lines comes to nothing', () => {
    expect(price(includingPerReceipt, [])).toEqual({
      lines: [],
      totals: { net: 0, tax: 0, gross: 0, byRate: [] },
    });
  });

  test('TAX-1 the same goods on both sides of 4 January 2011', () => {
    expect(price(excludingPerLine, [item(1000, 1)], '2011-01-03').totals).toMatchObject({
      tax: 175,
      gross: 1175,
    });
    expect(price(excludingPerLine, [item(1000, 1)], '2011-01-04').totals).toMatchObject({
      tax: 200,
      gross: 1200,
    });
  });
});
