import { describe, expect, test } from 'vitest';
import { accepted, ringUp, trialProduct, trialShift, trialTerms } from '../testing/trial-shop.ts';
import { completeSale, type SaleToComplete } from './complete-sale.ts';
import { money, NO_MONEY } from './money.ts';
import { startSale } from './open-sale.ts';
import { pieces } from './quantity.ts';
import type { Tender } from './sale.ts';
import type { SaleCommand } from './sale-command.ts';
import { cashTender } from './tender.ts';

const terms = trialTerms();
const candle = trialProduct({ id: 'candle', prices: [{ from: '2010-01-01', price: money(1573) }] });
const add: SaleCommand = { is: 'addProduct', product: candle, quantity: pieces(1), price: null };
const comesBack: SaleCommand = {
  is: 'returnProduct',
  product: candle,
  quantity: pieces(1),
  price: null,
  reason: 'broken',
};

const cash = (amount: number, handed = amount): Tender => ({
  is: 'cash',
  amount: money(amount),
  handed: money(handed),
  change: money(handed - amount),
});
const givenBack = (amount: number): Tender => ({
  is: 'cash',
  amount: money(-amount),
  handed: NO_MONEY,
  change: money(amount),
});
const card = (amount: number): Tender => ({ is: 'card', amount: money(amount) });

const input = (given: Partial<SaleToComplete> = {}): SaleToComplete => ({
  sale: ringUp('sale-1', [add], terms),
  tenders: [cash(1573, 2000)],
  cashRounding: NO_MONEY,
  terms,
  shift: trialShift(),
  receipt: 'A1-000042',
  role: 'clerk',
  approved: false,
  ...given,
});

const refusalOf = (given: Partial<SaleToComplete>) => completeSale(input(given));

describe('a completed sale', () => {
  test('SALE-9 states the receipt: what was sold, what it came to, how it was paid', () => {
    const { kind, body } = accepted(completeSale(input()));
    expect(kind).toBe('saleCompleted');
    expect(body).toMatchObject({
      sale: 'sale-1',
      shift: 'shift-1',
      receipt: 'A1-000042',
      place: 'takeAway',
      totals: { net: 1311, tax: 262, gross: 1573 },
      cashRounding: 0,
      tenders: [{ is: 'cash', amount: 1573, handed: 2000, change: 427 }],
    });
  });

  test('SALE-11 goods that only come back are a refund, an exchange is a sale', () => {
    const refund = ringUp('sale-1', [comesBack], terms);
    const exchange = ringUp('sale-1', [comesBack, add, add], terms);
    expect(
      accepted(completeSale(input({ sale: refund, tenders: [givenBack(1573)], approved: true }))).kind,
    ).toBe('refundGiven');
    expect(accepted(completeSale(input({ sale: exchange, approved: true }))).kind).toBe('saleCompleted');
  });

  test('REFUND-6 an even exchange needs no tender, and takes none', () => {
    const even = ringUp('sale-1', [comesBack, add], terms);
    const { body } = accepted(completeSale(input({ sale: even, tenders: [], approved: true })));
    expect(body.totals).toMatchObject({ net: 0, tax: 0, gross: 0 });
    expect(refusalOf({ sale: even, tenders: [cash(0)], approved: true })).toMatchObject({
      code: 'tender-mismatch',
    });
  });

  test('SALE-10 the shift’s trading day decides the tax, whatever day the terms name', () => {
    const january = trialTerms({ tax: { pricesIncludeTax: false, rounding: 'perLine' } }, '2011-01-04');
    const { body } = accepted(
      completeSale(input({ terms: january, shift: trialShift('2011-01-03'), tenders: [card(1848)] })),
    );
    expect(body.totals).toMatchObject({ net: 1573, tax: 275, gross: 1848 });
  });
});

describe('refusals', () => {
  test('SALE-9 without a shift or a line there is nothing to complete', () => {
    expect(refusalOf({ shift: null })).toEqual({ is: 'refused', code: 'shift-not-open' });
    expect(refusalOf({ sale: startSale('sale-1') })).toEqual({ is: 'refused', code: 'basket-empty' });
  });

  test('SALE-9 a penny too little or too much is refused, and which', () => {
    expect(refusalOf({ tenders: [] })).toEqual({ is: 'refused', code: 'tenders-short', missing: 1573 });
    expect(refusalOf({ tenders: [cash(1572)] })).toEqual({
      is: 'refused',
      code: 'tenders-short',
      missing: 1,
    });
    expect(refusalOf({ tenders: [cash(1574)] })).toEqual({ is: 'refused', code: 'tenders-over', over: 1 });
    expect(refusalOf({ tenders: [card(1000), cash(600)] })).toEqual({
      is: 'refused',
      code: 'tenders-over',
      over: 27,
    });
  });

  test('TEND-4 cards never take more than the sale', () => {
    expect(refusalOf({ tenders: [card(1574)] })).toEqual({ is: 'refused', code: 'card-over', due: 1573 });
    expect(refusalOf({ tenders: [card(1000), card(574)] })).toMatchObject({ code: 'card-over' });
  });

  test('TEND-1 a tender that is not true in itself is named', () => {
    const lies: Tender[] = [
      { is: 'cash', amount: money(1573), handed: money(2000), change: money(426) },
      { is: 'cash', amount: money(1573), handed: money(1000), change: money(-573) },
      card(0),
      card(-1573),
      givenBack(1573),
    ];
    for (const lie of lies) {
      expect(refusalOf({ tenders: [cash(1573), lie] })).toEqual({
        is: 'refused',
        code: 'tender-mismatch',
        index: 1,
      });
    }
  });
});

describe('several tenders', () => {
  test('TEND-3 card and cash settle a sale together', () => {
    const { body } = accepted(completeSale(input({ tenders: [card(1000), cash(500), cash(73, 100)] })));
    expect(body.tenders).toHaveLength(3);
  });

  const francs = trialTerms({ currency: { ...terms.policy.currency, cashStep: 5 } });

  test('TEND-2 only what is settled in cash is rounded', () => {
    const sale = ringUp('sale-1', [add], francs);
    const paid = (tenders: Tender[], cashRounding: number) =>
      completeSale(input({ sale, terms: francs, tenders, cashRounding: money(cashRounding) }));
    expect(accepted(paid([cash(1575)], 2)).body.cashRounding).toBe(2);
    expect(accepted(paid([card(1573)], 0)).body.cashRounding).toBe(0);
    expect(accepted(paid([card(1000), cash(575)], 2)).body.cashRounding).toBe(2);
    expect(accepted(paid([card(1001), cash(570)], -2)).body.cashRounding).toBe(-2);
    expect(paid([cash(1575)], 0)).toEqual({ is: 'refused', code: 'cash-rounding-wrong', expected: 2 });
    expect(paid([card(1573)], 2)).toEqual({ is: 'refused', code: 'cash-rounding-wrong', expected: 0 });
    expect(paid([cash(1573)], 0)).toEqual({ is: 'refused', code: 'tenders-short', missing: 2 });
  });

  test('TEND-2 a last centime that coins cannot make is settled by its rounding', () => {
    const sale = ringUp('sale-1', [add], francs);
    const { tender, rounding } = accepted(cashTender(money(2), NO_MONEY, francs.policy.currency));
    const { body } = accepted(
      completeSale(input({ sale, terms: francs, tenders: [card(1571), tender], cashRounding: rounding })),
    );
    expect(body.cashRounding).toBe(-2);
  });
});
