import { describe, expect, test } from 'vitest';
import { accepted, payInCash, ringUp, trialProduct, trialTerms } from '../testing/trial-shop.ts';
import { approvalFor } from './approval-for.ts';
import type { Discount } from './discount.ts';
import { changeSale } from './open-sale.ts';
import { money } from './money.ts';
import { priceSale } from './price-sale.ts';
import { pieces, quantity } from './quantity.ts';
import type { OpenSale } from './sale.ts';
import type { SaleCommand } from './sale-command.ts';
import type { Role } from './role.ts';
import { basisPoints } from './tax-rate.ts';

const discounts = {
  reasons: ['Damaged'],
  limits: { clerk: basisPoints(1_000), supervisor: basisPoints(3_000) },
  staffRate: basisPoints(2_000),
};
const terms = trialTerms({ discounts });
const lamp = trialProduct({ id: 'lamp', prices: [{ from: '2010-01-01', price: money(1_000) }] });
const mug = trialProduct({ id: 'mug', prices: [{ from: '2010-01-01', price: money(333) }] });
const add = (product = lamp, many = 1): SaleCommand => ({
  is: 'addProduct',
  product,
  quantity: pieces(many),
  price: null,
});
const percent = (points: number): Discount => ({
  is: 'percent',
  points: basisPoints(points),
  reason: 'Damaged',
});
const off = (amount: number, reason = 'Damaged'): Discount => ({
  is: 'amount',
  amount: money(amount),
  reason,
});
const ring = (...commands: SaleCommand[]) => ringUp('sale-1', commands, terms);
const priced = (sale: OpenSale) => accepted(priceSale(sale, terms));
const onLine = (discount: Discount): SaleCommand => ({ is: 'discountLine', line: 1, discount });

describe('a discount', () => {
  test('SALE-16 on a line is taken off its whole amount, in percent or as a sum, and stated with its reason', () => {
    expect(priced(ring(add(mug, 3), onLine(percent(1_000)))).lines[0]).toMatchObject({
      gross: 999 - 100,
      discount: { is: 'percent', points: 1_000, reason: 'Damaged', taken: 100 },
    });
    expect(priced(ring(add(lamp, 2), onLine(off(250)))).lines[0]).toMatchObject({
      gross: 1_750,
      discount: { taken: 250 },
    });
  });

  test('SALE-17 on the basket is shared among its lines to the penny, after what is off single lines', () => {
    const sale = ring(add(lamp), add(mug, 3), onLine(off(500)), { is: 'discountSale', discount: off(100) });
    const { lines, totals } = priced(sale);
    expect(lines.map((line) => line.basketDiscount)).toEqual([33, 67]);
    expect(totals.gross).toBe(500 + 999 - 100);
    const third = ring(add(mug), add(mug), add(mug), { is: 'discountSale', discount: percent(3_333) });
    expect(priced(third).totals.gross).toBe(999 - 333);
  });

  test('SALE-17 never takes more than there is, when goods are taken away after it', () => {
    const sale = ring(
      add(lamp),
      add(mug),
      { is: 'discountSale', discount: off(1_200) },
      { is: 'removeLine', line: 1 },
    );
    expect(priced(sale).totals.gross).toBe(0);
  });

  test('SALE-16 of everything leaves nothing, also of a weight whose price is no whole penny', () => {
    const beans = trialProduct({ id: 'beans', unit: 'kg' });
    const weighed: SaleCommand = { is: 'addProduct', product: beans, quantity: quantity(333), price: null };
    expect(priced(ring(weighed, onLine(percent(10_000)))).totals).toMatchObject({ net: 0, tax: 0, gross: 0 });
  });

  test('SALE-18 needs a reason, more than nothing, and goods that are sold', () => {
    const change = (sale: OpenSale, command: SaleCommand) => changeSale(sale, command, terms);
    const sale = ring(add());
    expect(change(sale, onLine(off(1, ' ')))).toMatchObject({
      code: 'discount-without-reason',
    });
    expect(change(sale, onLine(off(0)))).toMatchObject({ code: 'amount-below-zero' });
    expect(change(sale, onLine(percent(10_001)))).toMatchObject({ code: 'discount-too-large' });
    const back = ring({
      is: 'returnProduct',
      product: lamp,
      quantity: pieces(1),
      price: null,
      reason: 'broken',
    });
    expect(change(back, onLine(off(1)))).toMatchObject({ code: 'discount-on-return' });
  });

  test('SALE-1 SALE-4 the same discount again changes nothing, and a repeat scan leaves a discounted line alone', () => {
    const sale = ring(add(), onLine(off(50)));
    expect(changeSale(sale, onLine(off(50)), terms)).toBe(sale);
    expect(ring(add(), onLine(off(50)), add()).lines).toHaveLength(2);
    expect(
      ring(add(), onLine(off(50)), { is: 'discountLine', line: 1, discount: null }, add()).lines,
    ).toHaveLength(1);
  });

  test('SALE-16 an emptied basket forgets its discount and its age check', () => {
    const sale = ring(
      add(),
      { is: 'discountSale', discount: off(50) },
      { is: 'checkAge', check: { age: 18, how: 'looksOver' } },
      { is: 'empty' },
      add(),
    );
    expect(priced(sale).totals.gross).toBe(1_000);
    expect(sale).not.toHaveProperty('ageCheck');
  });

  test('REFUND-2 goods come back at what was paid for them', () => {
    const sold = payInCash(ring(add(lamp, 3), { is: 'discountSale', discount: off(100) }), terms).body;
    const back = (many: number): SaleCommand => ({
      is: 'returnLine',
      receipt: sold,
      soldOn: '2025-05-06',
      line: 1,
      quantity: pieces(many),
      alreadyReturned: quantity(0),
    });
    expect(priced(ring(back(3))).totals.gross).toBe(-2_900);
    expect(priced(ring(back(1), add(mug), { is: 'discountSale', discount: off(33) })).totals.gross).toBe(
      -967 + 300,
    );
  });
});

describe('who may take how much off', () => {
  const why = (role: Role, ...commands: SaleCommand[]) =>
    approvalFor(ring(...commands), terms, role)?.why ?? null;
  const typed = (price: number): SaleCommand => ({ is: 'setPrice', line: 1, price: money(price) });

  test('SALE-19 a clerk and a supervisor within their limits, a manager anything', () => {
    expect(why('clerk', add(), onLine(percent(1_000)))).toBeNull();
    expect(why('clerk', add(), onLine(percent(1_100)))).toBe('discount-over-limit');
    expect(why('supervisor', add(), onLine(percent(3_000)))).toBeNull();
    expect(why('supervisor', add(), onLine(percent(3_100)))).toBe('discount-over-limit');
    expect(why('manager', add(), onLine(percent(10_000)))).toBeNull();
  });

  test('SALE-19 a typed price below the catalogue’s counts, and adds to discounts; a higher one does not', () => {
    expect(why('clerk', add(), typed(900))).toBeNull();
    expect(why('clerk', add(), typed(899))).toBe('discount-over-limit');
    expect(why('clerk', add(), typed(950), onLine(off(51)))).toBe('discount-over-limit');
    expect(why('clerk', add(), typed(1_500))).toBeNull();
    expect(why('clerk', add(), typed(1_000), typed(899))).toBe('discount-over-limit');
  });

  test('SALE-19 rounding alone never needs a manager', () => {
    expect(why('clerk', add(mug), onLine(percent(1_000)))).toBeNull();
    expect(
      why('clerk', add(mug), add(mug), add(lamp), { is: 'discountSale', discount: percent(1_000) }),
    ).toBeNull();
  });

  test('SALE-19 the staff discount is anybody’s up to the shop’s rate', () => {
    const staff = (points: number): SaleCommand => ({
      is: 'discountSale',
      discount: { is: 'staff', points: basisPoints(points) },
    });
    expect(why('clerk', add(), staff(2_000))).toBeNull();
    expect(why('clerk', add(), staff(2_001))).toBe('discount-over-limit');
  });

  test('SALE-19 a shop that has not decided lets a clerk take a tenth off', () => {
    const { discounts: _, ...policy } = terms.policy;
    const undecided = { ...terms, policy };
    const sale = (points: number) => ringUp('sale-1', [add(), onLine(percent(points))], undecided);
    expect(approvalFor(sale(1_000), undecided, 'clerk')).toBeNull();
    expect(approvalFor(sale(1_100), undecided, 'clerk')?.why).toBe('discount-over-limit');
  });
});

test('SALE-20 a note stands on its line until it is blank, and has an end', () => {
  const sale = ring(add(), { is: 'setNote', line: 1, note: '  no onions ' });
  expect(priced(sale).lines[0]?.note).toBe('no onions');
  const blank = accepted(changeSale(sale, { is: 'setNote', line: 1, note: ' ' }, terms));
  expect(blank.lines[0]).not.toHaveProperty('note');
  expect(changeSale(sale, { is: 'setNote', line: 1, note: 'x'.repeat(121) }, terms)).toMatchObject({
    code: 'note-too-long',
    limit: 120,
  });
});
