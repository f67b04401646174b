import { describe, expect, test } from 'vitest';
import { accepted, payInCash, ringUp, trialProduct, trialTerms } from '../testing/trial-shop.ts';
import { money } from './money.ts';
import { changeSale, startSale } from './open-sale.ts';
import { priceSale } from './price-sale.ts';
import { pieces, quantity } from './quantity.ts';
import { isRefusal, type Refusal } from './refusal.ts';
import type { OpenSale } from './sale.ts';
import type { SaleCommand } from './sale-command.ts';
import { QUANTITY_MAX, SALE_LINES_MAX, UNIT_PRICE_MAX } from './sale-limits.ts';

const terms = trialTerms();
const candle = trialProduct({ id: 'candle' });
const beans = trialProduct({ id: 'beans', unit: 'kg', tax: { is: 'single', class: 'zero' } });
const openPrice = trialProduct({ id: 'wrap', prices: [] });
const croissant = trialProduct({
  id: 'croissant',
  tax: { is: 'byPlace', eatIn: 'standard', takeAway: 'zero' },
});

const add = (product = candle, count = 1, price: number | null = null): SaleCommand => ({
  is: 'addProduct',
  product,
  quantity: pieces(count),
  price: price === null ? null : money(price),
});
const ring = (...commands: SaleCommand[]) => ringUp('sale-1', commands, terms);
const refusalOf = (sale: OpenSale, command: SaleCommand) => changeSale(sale, command, terms);

describe('revision', () => {
  test('SALE-1 every change raises it by one', () => {
    const commands: SaleCommand[] = [
      add(),
      add(beans),
      { is: 'setQuantity', line: 1, quantity: pieces(4) },
      { is: 'setPrice', line: 1, price: money(199) },
      { is: 'setPlace', place: 'eatIn' },
      { is: 'removeLine', line: 2 },
      { is: 'empty' },
    ];
    expect(startSale('sale-1').revision).toBe(0);
    commands.forEach((_, index) => {
      expect(ring(...commands.slice(0, index + 1)).revision).toBe(index + 1);
    });
  });

  test('SALE-1 a command that comes to nothing gives the very same sale back', () => {
    const sale = ring(add());
    const idle: SaleCommand[] = [
      { is: 'setQuantity', line: 1, quantity: pieces(1) },
      { is: 'setPlace', place: 'takeAway' },
    ];
    for (const command of idle) expect(changeSale(sale, command, terms)).toBe(sale);
    const empty = startSale('sale-2');
    expect(changeSale(empty, { is: 'empty' }, terms)).toBe(empty);
  });

  test('SALE-1 a line that is not there is named', () => {
    const sale = ring(add());
    const commands: SaleCommand[] = [
      { is: 'setQuantity', line: 9, quantity: pieces(1) },
      { is: 'setPrice', line: 9, price: money(1) },
      { is: 'removeLine', line: 9 },
    ];
    for (const command of commands) {
      expect(refusalOf(sale, command)).toEqual({ is: 'refused', code: 'line-unknown', line: 9 });
    }
  });
});

describe('lines', () => {
  test('SALE-2 numbers go on after a line was removed and a basket emptied', () => {
    const sale = ring(
      add(candle, 1, 100),
      add(candle, 1, 200),
      { is: 'removeLine', line: 2 },
      add(candle, 1, 300),
    );
    expect(sale.lines.map((line) => line.line)).toEqual([1, 3]);
    expect(ring(add(), { is: 'empty' }, add()).lines.map((line) => line.line)).toEqual([2]);
  });

  test('SALE-3 a line keeps the price it was added at when the catalogue changes', () => {
    const before = ring(add());
    const dearer = trialProduct({ id: 'candle', prices: [{ from: '2010-01-01', price: money(300) }] });
    const later = { ...terms, catalogueVersion: 8 };
    const sale = accepted(changeSale(before, add(dearer), later));
    expect(sale.lines.map((line) => [line.unitPrice, line.catalogueVersion, line.quantity])).toEqual([
      [250, 7, 1000],
      [300, 8, 1000],
    ]);
  });

  test('SALE-8 a removed line comes back as it was, where it was', () => {
    const sale = ring(add(candle, 1, 100), add(candle, 2, 200), add(candle, 3, 300));
    const second = sale.lines[1];
    if (second === undefined) throw new TypeError('the sale has three lines');
    const removed = accepted(changeSale(sale, { is: 'removeLine', line: 2 }, terms));
    const restored = accepted(changeSale(removed, { is: 'restoreLine', line: second }, terms));
    expect(restored.lines).toEqual(sale.lines);
    const twice = refusalOf(restored, { is: 'restoreLine', line: second });
    expect(twice).toEqual({ is: 'refused', code: 'line-already-there', line: 2 });
    const foreign = refusalOf(restored, { is: 'restoreLine', line: { ...second, line: 40 } });
    expect(foreign).toEqual({ is: 'refused', code: 'line-unknown', line: 40 });
  });

  test('SALE-8 an emptied basket comes back line by line', () => {
    const sale = ring(add(candle, 1, 100), add(beans, 2));
    const emptied = accepted(changeSale(sale, { is: 'empty' }, terms));
    const restored = sale.lines.reduce(
      (open, line) => accepted(changeSale(open, { is: 'restoreLine', line }, terms)),
      emptied,
    );
    expect(restored.lines).toEqual(sale.lines);
  });
});

describe('repeat scans', () => {
  const quantities = (sale: OpenSale) => sale.lines.map((line) => line.quantity);

  test('SALE-4 raise the line of the same product', () => {
    expect(quantities(ring(add(), add(beans), add(), add(candle, 3)))).toEqual([5000, 1000]);
  });

  test('SALE-4 make new lines where the shop wishes so', () => {
    const lineByLine = trialTerms({ repeatScans: 'newLine' });
    expect(quantities(ringUp('sale-1', [add(), add(), add()], lineByLine))).toEqual([1000, 1000, 1000]);
  });

  test('SALE-4 never join weighed goods, typed prices or a price that has been changed', () => {
    expect(quantities(ring(add(beans), add(beans)))).toEqual([1000, 1000]);
    expect(quantities(ring(add(candle, 1, 250), add(), add(candle, 1, 250)))).toEqual([1000, 1000, 1000]);
    expect(quantities(ring(add(), { is: 'setPrice', line: 1, price: money(199) }, add()))).toEqual([
      1000, 1000,
    ]);
  });

  test('SALE-4 never join what comes back', () => {
    const back: SaleCommand = {
      is: 'returnProduct',
      product: candle,
      quantity: pieces(1),
      price: null,
      reason: 'broken',
    };
    expect(quantities(ring(back, add(), back))).toEqual([-1000, 1000, -1000]);
  });
});

describe('prices and quantities', () => {
  test('SALE-5 a product without a price asks for one, and takes the one typed', () => {
    expect(refusalOf(startSale('sale-1'), add(openPrice))).toMatchObject({
      code: 'no-price',
      product: 'wrap',
    });
    expect(ring(add(openPrice, 1, 375)).lines[0]).toMatchObject({ unitPrice: 375, priceFrom: 'typed' });
  });

  test('SALE-5 nothing is sold for nothing or less', () => {
    for (const price of [0, -1]) {
      expect(refusalOf(startSale('sale-1'), add(candle, 1, price))).toMatchObject({
        code: 'price-not-above-zero',
      });
      expect(refusalOf(ring(add()), { is: 'setPrice', line: 1, price: money(price) })).toMatchObject({
        code: 'price-not-above-zero',
      });
    }
  });

  test('SALE-6 a sold line has a whole number of pieces above zero', () => {
    const sale = ring(add());
    const tried = (thousandths: number) =>
      refusalOf(sale, { is: 'setQuantity', line: 1, quantity: quantity(thousandths) });
    expect(tried(0)).toEqual({ is: 'refused', code: 'quantity-zero' });
    expect(tried(-1000)).toMatchObject({ code: 'quantity-wrong-sign' });
    expect(tried(1500)).toMatchObject({ code: 'quantity-not-whole' });
    expect(refusalOf(startSale('sale-1'), add(candle, 0))).toMatchObject({ code: 'quantity-zero' });
  });

  test('SALE-6 weighed goods have parts, and a returned line stays below zero', () => {
    const weighed = ring(add(beans), { is: 'setQuantity', line: 1, quantity: quantity(347) });
    expect(weighed.lines[0]?.quantity).toBe(347);
    const back = ring({
      is: 'returnProduct',
      product: beans,
      quantity: quantity(347),
      price: null,
      reason: 'stale',
    });
    expect(back.lines[0]?.quantity).toBe(-347);
    expect(refusalOf(back, { is: 'setQuantity', line: 1, quantity: quantity(1) })).toMatchObject({
      code: 'quantity-wrong-sign',
    });
  });
});

describe('limits', () => {
  test('SALE-7 the line past the last is refused, and the basket can still be paid', () => {
    const lineByLine = trialTerms({ repeatScans: 'newLine' });
    const [line] = ring(add()).lines;
    if (line === undefined) throw new TypeError('a line was added');
    const lines = Array.from({ length: SALE_LINES_MAX }, (_, index) => ({
      ...line,
      name: 'x',
      line: index + 1,
    }));
    const few = { ...startSale('sale-1'), lines: lines.slice(0, 800), nextLine: 801 };
    expect(accepted(changeSale(few, add(), lineByLine)).lines).toHaveLength(801);
    const full = { ...startSale('sale-1'), lines, nextLine: SALE_LINES_MAX + 1 };
    expect(changeSale(full, add(), lineByLine)).toEqual({
      is: 'refused',
      code: 'too-many-lines',
      limit: 2000,
    });
    expect(payInCash(full, lineByLine).body.lines).toHaveLength(SALE_LINES_MAX);
  });

  test('SALE-7 the line that would make the receipt too big for one fact is refused', () => {
    const lineByLine = trialTerms({ repeatScans: 'newLine' });
    const [line] = ring(add()).lines;
    if (line === undefined) throw new TypeError('a line was added');
    const name = '茶'.repeat(200);
    const lines = Array.from({ length: 450 }, (_, index) => ({ ...line, name, line: index + 1 }));
    let sale: OpenSale = { ...startSale('sale-1'), lines, nextLine: 451 };
    let refusal: Refusal | null = null;
    while (refusal === null) {
      const changed = changeSale(sale, add(trialProduct({ id: 'long', name })), lineByLine);
      if (isRefusal(changed)) refusal = changed;
      else sale = changed;
    }
    expect(refusal).toMatchObject({ code: 'sale-too-big' });
    const bytes = new TextEncoder().encode(JSON.stringify(payInCash(sale, lineByLine).body)).length;
    expect(bytes).toBeLessThan(504 * 1024);
    expect(bytes).toBeGreaterThan(425 * 1024);
  });

  test('SALE-7 amounts past their limit are refused at the line', () => {
    const dear = add(candle, 1, UNIT_PRICE_MAX);
    expect(refusalOf(startSale('sale-1'), add(candle, 1, UNIT_PRICE_MAX + 1))).toMatchObject({
      code: 'amount-too-large',
    });
    expect(refusalOf(ring(dear), { is: 'setQuantity', line: 1, quantity: pieces(101) })).toMatchObject({
      code: 'amount-too-large',
    });
    expect(
      refusalOf(ring(add()), { is: 'setQuantity', line: 1, quantity: quantity(QUANTITY_MAX + 1000) }),
    ).toMatchObject({
      code: 'quantity-too-large',
    });
  });
});

describe('tax of a line', () => {
  test('TAX-5 the same croissant is zero-rated to take away and standard-rated to eat in', () => {
    const takeAway = accepted(priceSale(ring(add(croissant)), terms));
    const eatIn = accepted(priceSale(ring(add(croissant), { is: 'setPlace', place: 'eatIn' }), terms));
    expect(takeAway.lines[0]).toMatchObject({ taxClass: 'zero', taxRate: 0, gross: 250, tax: 0 });
    expect(eatIn.lines[0]).toMatchObject({ taxClass: 'standard', taxRate: 2000, gross: 250, tax: 42 });
  });

  test('TAX-6 a line without a rate is refused, not the payment', () => {
    const unrated = trialProduct({ id: 'spirits', tax: { is: 'single', class: 'duty' } });
    const refusal = { is: 'refused', code: 'no-tax-rate', taxClass: 'duty', day: '2025-05-06' };
    expect(refusalOf(startSale('sale-1'), add(unrated))).toEqual(refusal);
    const byPlace = trialProduct({ id: 'pie', tax: { is: 'byPlace', eatIn: 'duty', takeAway: 'zero' } });
    expect(refusalOf(ring(add(byPlace)), { is: 'setPlace', place: 'eatIn' })).toEqual(refusal);
  });

  test('TAX-6 a basket that lost its rates can still be emptied', () => {
    const sale = ring(add(), add(beans));
    const without = trialTerms({ taxRates: [] });
    expect(changeSale(sale, add(), without)).toMatchObject({ code: 'no-tax-rate' });
    expect(accepted(changeSale(sale, { is: 'removeLine', line: 1 }, without)).lines).toHaveLength(1);
    expect(accepted(changeSale(sale, { is: 'empty' }, without)).lines).toHaveLength(0);
  });
});
