import { describe, expect, test } from 'vitest';
import { accepted, payInCash, ringUp, trialProduct, trialShift, trialTerms } from '../testing/trial-shop.ts';
import { approvalFor } from './approval-for.ts';
import { completeSale } from './complete-sale.ts';
import { money } from './money.ts';
import { changeSale } from './open-sale.ts';
import { priceSale } from './price-sale.ts';
import { pieces, quantity } from './quantity.ts';
import { refundable } from './refundable.ts';
import type { OpenSale } from './sale.ts';
import type { ReturnLine, SaleCommand } from './sale-command.ts';

const terms = trialTerms({ tax: { pricesIncludeTax: false, rounding: 'perLine' } });
const cups = trialProduct({ id: 'cups', prices: [{ from: '2010-01-01', price: money(333) }] });
const lamp = trialProduct({ id: 'lamp', prices: [{ from: '2010-01-01', price: money(6000) }] });
const add = (product = cups, count = 3): SaleCommand => ({
  is: 'addProduct',
  product,
  quantity: pieces(count),
  price: null,
});

/** Three cups and a lamp: 9.99 and 60.00 net. */
const receipt = payInCash(ringUp('sale-1', [add(), add(lamp, 1)], terms), terms).body;

const back = (given: Partial<ReturnLine> = {}): ReturnLine => ({
  is: 'returnLine',
  receipt,
  soldOn: '2025-05-01',
  line: 1,
  quantity: pieces(1),
  alreadyReturned: quantity(0),
  ...given,
});
const withoutReceipt: SaleCommand = {
  is: 'returnProduct',
  product: cups,
  quantity: pieces(1),
  price: null,
  reason: 'gift',
};
const bring = (...commands: SaleCommand[]): OpenSale => ringUp('sale-2', commands, terms);
const totalsOf = (sale: OpenSale) => accepted(priceSale(sale, terms)).totals;

describe('against a receipt', () => {
  test('REFUND-2 price, rate and amounts are as sold, on a day with other ones', () => {
    const later = trialTerms(
      { taxRates: [], tax: { pricesIncludeTax: true, rounding: 'perReceipt' } },
      '2025-05-20',
    );
    const sale = ringUp('sale-2', [back({ quantity: pieces(3) })], later);
    const { lines, totals } = accepted(priceSale(sale, later));
    expect(lines[0]).toMatchObject({
      quantity: -3000,
      unitPrice: 333,
      taxClass: 'standard',
      taxRate: 2000,
      origin: { is: 'returned', sale: 'sale-1', receipt: 'A1-000001', line: 1 },
    });
    expect(totals).toEqual({
      net: -999,
      tax: -200,
      gross: -1199,
      byRate: [{ rate: 2000, net: -999, tax: -200, gross: -1199 }],
    });
  });

  test('REFUND-2 its price cannot be changed', () => {
    expect(changeSale(bring(back()), { is: 'setPrice', line: 1, price: money(1) }, terms)).toEqual({
      is: 'refused',
      code: 'price-as-sold',
      line: 1,
    });
  });

  test('REFUND-3 one cup after the other comes to what the three cost', () => {
    const parts = [0, 1000, 2000].map((alreadyReturned) =>
      totalsOf(bring(back({ alreadyReturned: quantity(alreadyReturned) }))),
    );
    expect(parts.map(({ gross }) => gross)).toEqual([-400, -399, -400]);
    expect(parts.map(({ tax }) => tax)).toEqual([-67, -66, -67]);
  });

  test('REFUND-3 the same holds for lines of one basket, even when one is taken out again', () => {
    const three = bring(back(), back(), back());
    expect(totalsOf(three)).toMatchObject({ gross: -1199, tax: -200 });
    const two = accepted(changeSale(three, { is: 'removeLine', line: 1 }, terms));
    expect(totalsOf(two)).toEqual(totalsOf(bring(back({ quantity: pieces(2) }))));
  });

  test('REFUND-1 never more than was sold, counting what came back before and on other lines', () => {
    const tooMany = (sale: OpenSale, command: SaleCommand) => changeSale(sale, command, terms);
    expect(tooMany(bring(), back({ quantity: pieces(4) }))).toEqual({
      is: 'refused',
      code: 'more-than-sold',
      left: 3000,
    });
    const known = back({ quantity: pieces(2), alreadyReturned: pieces(2) });
    expect(tooMany(bring(), known)).toEqual({ is: 'refused', code: 'more-than-sold', left: 1000 });
    const two = bring(back({ quantity: pieces(2) }));
    expect(tooMany(two, back({ quantity: pieces(2) }))).toMatchObject({ code: 'more-than-sold' });
    expect(tooMany(two, { is: 'setQuantity', line: 1, quantity: pieces(-4) })).toMatchObject({
      code: 'more-than-sold',
    });
    expect(totalsOf(accepted(tooMany(two, { is: 'setQuantity', line: 1, quantity: pieces(-3) }))).gross).toBe(
      -1199,
    );
  });

  test('REFUND-1 a line put back after others took its place is refused', () => {
    const whole = bring(back({ quantity: pieces(3) }));
    const [line] = whole.lines;
    if (line === undefined) throw new TypeError('a line was returned');
    const other = accepted(changeSale(whole, { is: 'removeLine', line: 1 }, terms));
    const taken = accepted(changeSale(other, back({ quantity: pieces(1) }), terms));
    expect(changeSale(taken, { is: 'restoreLine', line }, terms)).toMatchObject({ code: 'more-than-sold' });
  });

  test('REFUND-1 only a line that was sold can come back', () => {
    const refund = payInCash(bring(back()), terms, 'A1-000002').body;
    expect(changeSale(bring(), back({ receipt: refund }), terms)).toEqual({
      is: 'refused',
      code: 'line-unknown',
      line: 1,
    });
    expect(changeSale(bring(), back({ line: 9 }), terms)).toMatchObject({ code: 'line-unknown' });
    expect(changeSale(bring(), back({ quantity: pieces(-1) }), terms)).toMatchObject({
      code: 'quantity-wrong-sign',
    });
  });

  test('REFUND-1 what is left of a receipt counts all refunds of it, and no others', () => {
    const one = payInCash(bring(back(), back({ line: 2 })), terms, 'A1-000002').body;
    const other = { ...one, lines: one.lines.map((line) => ({ ...line, origin: { is: 'sold' } as const })) };
    expect(refundable(receipt, [])).toEqual([
      { line: 1, left: 3000, alreadyReturned: 0 },
      { line: 2, left: 1000, alreadyReturned: 0 },
    ]);
    expect(refundable(receipt, [one, other, receipt])).toEqual([
      { line: 1, left: 2000, alreadyReturned: 1000 },
      { line: 2, left: 0, alreadyReturned: 1000 },
    ]);
    expect(refundable(one, [])).toEqual([]);
  });
});

describe('an exchange', () => {
  test('REFUND-6 is settled by the difference', () => {
    const sale = bring(back({ quantity: pieces(3) }), add(lamp, 1));
    expect(totalsOf(sale)).toMatchObject({ net: 5001, tax: 1000, gross: 6001 });
    const { kind, body } = payInCash(sale, terms, 'A1-000002');
    expect(kind).toBe('saleCompleted');
    expect(body.tenders).toEqual([{ is: 'cash', amount: 6001, handed: 6001, change: 0 }]);
  });

  test('REFUND-6 new goods never join a line that comes back', () => {
    expect(bring(back(), add(cups, 1)).lines.map((line) => line.quantity)).toEqual([-1000, 1000]);
  });
});

describe('approval', () => {
  const why = (...commands: SaleCommand[]) => approvalFor(bring(...commands), terms, 'clerk')?.why ?? null;

  test('REFUND-4 selling, and a small refund in time, need none', () => {
    expect(why(add(lamp, 20))).toBeNull();
    expect(why(back({ quantity: pieces(3) }))).toBeNull();
    expect(why(back({ soldOn: '2025-04-06' }))).toBeNull();
  });

  test('REFUND-4 no receipt, too old and too much each need one', () => {
    expect(why(withoutReceipt)).toBe('return-without-receipt');
    expect(why(back({ soldOn: '2025-04-05' }))).toBe('return-too-old');
    expect(why(back({ line: 2 }))).toBe('return-over-limit');
    expect(why(back({ line: 2 }), add(lamp, 5))).toBe('return-over-limit');
  });

  test('REFUND-4 a sale that needs one is not completed without it', () => {
    const sale = bring(withoutReceipt);
    const tenders = [{ is: 'card', amount: money(-400) }] as const;
    const input = {
      sale,
      tenders,
      cashRounding: money(0),
      terms,
      shift: trialShift(),
      receipt: 'A1-000002',
      role: 'clerk' as const,
    };
    expect(completeSale({ ...input, approved: false })).toEqual({
      is: 'refused',
      code: 'approval-needed',
      why: 'return-without-receipt',
    });
    expect(accepted(completeSale({ ...input, approved: true })).kind).toBe('refundGiven');
  });

  test('REFUND-5 the act is the same while nothing changes, and another with every change', () => {
    const sale = bring(withoutReceipt);
    const act = (open: OpenSale) => approvalFor(open, terms, 'clerk')?.act;
    const changes: SaleCommand[] = [
      { is: 'setQuantity', line: 1, quantity: pieces(-2) },
      { is: 'setPrice', line: 1, price: money(9999) },
      withoutReceipt,
      add(),
    ];
    expect(act(bring(withoutReceipt))).toBe(act(sale));
    const others = changes.map((change) => act(accepted(changeSale(sale, change, terms))));
    expect(new Set([act(sale), ...others]).size).toBe(changes.length + 1);
    expect(act({ ...sale, sale: 'sale-3' })).not.toBe(act(sale));
    expect(act({ ...sale, revision: sale.revision + 1 })).not.toBe(act(sale));
  });
});
