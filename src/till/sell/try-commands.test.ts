import { expect, test } from 'vitest';
import type { Discount } from '../../domain/discount.ts';
import { money } from '../../domain/money.ts';
import { basisPoints } from '../../domain/tax-rate.ts';
import { after, scanned, trialCounter } from '../../testing/trial-counter.ts';
import { accepted, TRIAL_POLICY, trialTerms } from '../../testing/trial-shop.ts';
import { basketOff, listedSum } from './basket-figures.ts';
import { tryCommands } from './try-commands.ts';

const discounts = {
  reasons: [],
  limits: { clerk: basisPoints(1_000), supervisor: basisPoints(3_000) },
  staffRate: basisPoints(2_000),
};
const shop = trialCounter({ discounts });
const { sale } = after(shop, [...scanned('3*85123A'), ...scanned('CAN-001')]);
const off = (percent: number): Discount => ({
  is: 'percent',
  points: basisPoints(percent * 100),
  reason: 'Damaged',
});

test('SCREEN-42 SALE-19 a sheet says beforehand whether a manager will be asked', () => {
  const asks = (discount: Discount, role: 'clerk' | 'supervisor' | 'manager') =>
    accepted(tryCommands(sale, [{ is: 'discountSale', discount }], shop.terms, role)).asksManager;
  expect([asks(off(10), 'clerk'), asks(off(20), 'clerk'), asks(off(20), 'supervisor')]).toEqual([
    false,
    true,
    false,
  ]);
  expect(asks({ is: 'staff', points: basisPoints(2_000) }, 'clerk')).toBe(false);
  expect(asks(off(100), 'manager')).toBe(false);
});

test('SCREEN-42 what is tried changes nothing, and a refusal is handed on', () => {
  const before = structuredClone(sale);
  const tried = accepted(
    tryCommands(sale, [{ is: 'setPrice', line: 1, price: money(100) }], shop.terms, 'clerk'),
  );
  expect(tried.priced.totals.gross).toBe(550);
  expect(sale).toEqual(before);
  expect(
    tryCommands(sale, [{ is: 'setPrice', line: 1, price: money(0) }], shop.terms, 'clerk'),
  ).toMatchObject({
    code: 'price-not-above-zero',
  });
});

test.each([true, false])(
  'SCREEN-43 SALE-17 lines less the basket’s row are what is asked for (tax included: %s)',
  (pricesIncludeTax) => {
    const terms = trialTerms({ ...TRIAL_POLICY, tax: { pricesIncludeTax, rounding: 'perLine' } });
    const { priced } = accepted(
      tryCommands(
        sale,
        [
          { is: 'discountLine', line: 1, discount: off(15) },
          { is: 'discountSale', discount: { is: 'amount', amount: money(99), reason: 'Goodwill' } },
        ],
        terms,
        'manager',
      ),
    );
    const lines = priced.lines.map((line) => listedSum(line, pricesIncludeTax));
    expect(lines).toEqual([637, 250]);
    expect(basketOff(priced.lines)).toBe(99);
    expect(pricesIncludeTax ? priced.totals.gross : priced.totals.net).toBe(637 + 250 - 99);
  },
);
