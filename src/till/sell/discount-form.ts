/** A discount as it is being typed: how much, in percent or as a sum, and why. Pure, for a line and for the whole basket. */
import type { Discount } from '../../domain/discount.ts';
import type { Money } from '../../domain/money.ts';
import { basisPoints, WHOLE_SHARE, type BasisPoints } from '../../domain/tax-rate.ts';
import { readPrice } from '../../domain/read-price.ts';

export interface DiscountForm {
  readonly way: 'none' | 'percent' | 'amount' | 'staff';
  /** What stands in the field: a percentage or a sum. */
  readonly text: string;
  /** The percentage was typed, not tapped: the field is open. */
  readonly isTyped: boolean;
  readonly reason: string | null;
}

export type DiscountStep =
  | { readonly is: 'none' }
  | { readonly is: 'percent'; readonly percent: number }
  | { readonly is: 'staff' }
  | { readonly is: 'other' }
  | { readonly is: 'unit'; readonly unit: 'percent' | 'amount' }
  | { readonly is: 'type'; readonly text: string }
  | { readonly is: 'reason'; readonly reason: string };

export type ReadDiscount =
  | { readonly is: 'discount'; readonly discount: Discount | null }
  | { readonly is: 'wrong'; readonly why: 'percent' | 'amount' | 'reason' };

export const DISCOUNT_PERCENTS = [5, 10, 20, 50] as const;

const POINTS_PER_PERCENT = 100;
const NO_DISCOUNT: DiscountForm = { way: 'none', text: '', isTyped: false, reason: null };

export function formOfDiscount(
  discount: Discount | undefined,
  written: (amount: Money) => string,
): DiscountForm {
  if (discount === undefined) return NO_DISCOUNT;
  if (discount.is === 'staff') return { ...NO_DISCOUNT, way: 'staff' };
  const { reason } = discount;
  if (discount.is === 'amount')
    return { way: 'amount', text: written(discount.amount), isTyped: true, reason };
  const text = String(discount.points / POINTS_PER_PERCENT);
  return { way: 'percent', text, isTyped: !isOffered(text), reason };
}

export function discountStep(form: DiscountForm, step: DiscountStep): DiscountForm {
  switch (step.is) {
    case 'none':
      return { ...NO_DISCOUNT, reason: form.reason };
    case 'percent':
      return { ...form, way: 'percent', text: String(step.percent), isTyped: false };
    case 'staff':
      return { ...form, way: 'staff', text: '', isTyped: false };
    case 'other':
      return form.isTyped ? form : { ...form, way: 'percent', text: '', isTyped: true };
    case 'unit':
      return { ...form, way: step.unit };
    case 'type':
      return { ...form, text: step.text };
    case 'reason':
      return { ...form, reason: step.reason };
  }
}

/** To show what it comes to while the reason is still to be chosen. */
export function withAnyReason(form: DiscountForm): DiscountForm {
  return { ...form, reason: form.reason ?? '…' };
}

export function readDiscount(
  form: DiscountForm,
  { digits, staffRate }: { readonly digits: number; readonly staffRate: BasisPoints },
): ReadDiscount {
  if (form.way === 'none') return { is: 'discount', discount: null };
  if (form.way === 'staff') return { is: 'discount', discount: { is: 'staff', points: staffRate } };
  return form.way === 'amount' ? readAmount(form, digits) : readPercent(form);
}

function readAmount({ text, reason }: DiscountForm, digits: number): ReadDiscount {
  const amount = readPrice(text, digits);
  if (amount === null || amount === 0) return { is: 'wrong', why: 'amount' };
  return reason === null
    ? { is: 'wrong', why: 'reason' }
    : { is: 'discount', discount: { is: 'amount', amount, reason } };
}

/** To a hundredth of a percent. */
function readPercent({ text, reason }: DiscountForm): ReadDiscount {
  const typed = readPrice(text, 2);
  if (typed === null || typed === 0 || typed > WHOLE_SHARE) return { is: 'wrong', why: 'percent' };
  return reason === null
    ? { is: 'wrong', why: 'reason' }
    : { is: 'discount', discount: { is: 'percent', points: basisPoints(typed), reason } };
}

function isOffered(percent: string): boolean {
  return DISCOUNT_PERCENTS.some((each) => String(each) === percent);
}
