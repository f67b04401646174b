import { expect, test } from 'vitest';
import type { Discount } from '../../domain/discount.ts';
import { money } from '../../domain/money.ts';
import { basisPoints } from '../../domain/tax-rate.ts';
import {
  discountStep,
  formOfDiscount,
  readDiscount,
  withAnyReason,
  type DiscountStep,
} from './discount-form.ts';
import { writtenPrice } from './written-price.ts';

const STAFF = basisPoints(2_000);
const written = (digits: number) => (amount: Parameters<typeof writtenPrice>[0]) =>
  writtenPrice(amount, digits);
const START = formOfDiscount(undefined, written(2));

function readAfter(steps: readonly DiscountStep[], digits = 2) {
  return readDiscount(steps.reduce(discountStep, START), { digits, staffRate: STAFF });
}

test('SCREEN-41 a tapped percentage and a reason are a discount, and a second tap is another', () => {
  const reason: DiscountStep = { is: 'reason', reason: 'Damaged' };
  expect(readAfter([{ is: 'percent', percent: 20 }, reason])).toEqual({
    is: 'discount',
    discount: { is: 'percent', points: 2_000, reason: 'Damaged' },
  });
  expect(readAfter([reason, { is: 'percent', percent: 20 }, { is: 'percent', percent: 5 }])).toMatchObject({
    discount: { points: 500 },
  });
});

test.each([
  ['12.5', 'percent', 2, { is: 'percent', points: 1_250, reason: 'Damaged' }],
  ['100', 'percent', 0, { is: 'percent', points: 10_000, reason: 'Damaged' }],
  ['1,50', 'amount', 2, { is: 'amount', amount: 150, reason: 'Damaged' }],
  ['150', 'amount', 0, { is: 'amount', amount: 150, reason: 'Damaged' }],
] as const)(
  'SCREEN-41 “%s” typed as %s in a currency of %i digits is that exactly',
  (text, unit, digits, is) => {
    const steps: DiscountStep[] = [{ is: 'other' }, { is: 'unit', unit }, { is: 'type', text }];
    expect(readAfter([...steps, { is: 'reason', reason: 'Damaged' }], digits)).toEqual({
      is: 'discount',
      discount: is,
    });
  },
);

test.each([
  ['percent', ''],
  ['percent', '0'],
  ['percent', '100.01'],
  ['percent', 'five'],
  ['amount', '0.00'],
  ['amount', '1.505'],
  ['amount', '4111111111111111'],
] as const)('SCREEN-41 %s “%s” is no discount and says so', (unit, text) => {
  const steps: DiscountStep[] = [{ is: 'other' }, { is: 'unit', unit }, { is: 'type', text }];
  expect(readAfter([...steps, { is: 'reason', reason: 'Damaged' }])).toEqual({ is: 'wrong', why: unit });
});

test('SCREEN-41 without a reason nothing is taken; the staff rate needs none', () => {
  expect(readAfter([{ is: 'percent', percent: 10 }])).toEqual({ is: 'wrong', why: 'reason' });
  const shown = withAnyReason(discountStep(START, { is: 'percent', percent: 10 }));
  expect(readDiscount(shown, { digits: 2, staffRate: STAFF })).toMatchObject({ discount: { points: 1_000 } });
  expect(readAfter([{ is: 'percent', percent: 10 }, { is: 'staff' }])).toEqual({
    is: 'discount',
    discount: { is: 'staff', points: STAFF },
  });
  expect(readAfter([{ is: 'percent', percent: 10 }, { is: 'none' }])).toEqual({
    is: 'discount',
    discount: null,
  });
});

test.each<Discount>([
  { is: 'percent', points: basisPoints(2_000), reason: 'Damaged' },
  { is: 'percent', points: basisPoints(1_250), reason: 'Damaged' },
  { is: 'amount', amount: money(150), reason: 'Price match' },
  { is: 'staff', points: STAFF },
])('SCREEN-41 a discount laid open again reads as it was: %o', (discount) => {
  const form = formOfDiscount(discount, written(2));
  expect(readDiscount(form, { digits: 2, staffRate: STAFF })).toEqual({ is: 'discount', discount });
});
