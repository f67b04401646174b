/** What the shop's rules refuse, as values: a code and its figures. Words for codes live with the screens. */
import type { Money } from './money.ts';
import type { Quantity } from './quantity.ts';
import type { Day } from './trading-day.ts';

export type ApprovalReason =
  'return-without-receipt' | 'return-over-limit' | 'return-too-old' | 'discount-over-limit' | 'cash-move';

type Because =
  | { readonly code: 'no-price'; readonly product: string; readonly day: Day }
  | { readonly code: 'price-not-above-zero'; readonly price: Money }
  | { readonly code: 'price-as-sold'; readonly line: number }
  | { readonly code: 'no-tax-rate'; readonly taxClass: string; readonly day: Day }
  | { readonly code: 'quantity-zero' }
  | { readonly code: 'quantity-wrong-sign'; readonly quantity: Quantity }
  | { readonly code: 'quantity-not-whole'; readonly quantity: Quantity }
  | { readonly code: 'quantity-too-large'; readonly limit: Quantity }
  | { readonly code: 'amount-too-large'; readonly limit: Money }
  | { readonly code: 'amount-zero' }
  | { readonly code: 'amount-below-zero'; readonly amount: Money }
  | { readonly code: 'too-many-lines'; readonly limit: number }
  | { readonly code: 'sale-too-big'; readonly limitBytes: number }
  | { readonly code: 'line-unknown'; readonly line: number }
  | { readonly code: 'line-already-there'; readonly line: number }
  | { readonly code: 'note-too-long'; readonly limit: number }
  | { readonly code: 'discount-on-return'; readonly line: number }
  | { readonly code: 'discount-too-large' }
  | { readonly code: 'discount-without-reason' }
  | { readonly code: 'age-check-needed'; readonly age: number }
  | { readonly code: 'more-than-sold'; readonly left: Quantity }
  | { readonly code: 'basket-empty' }
  | { readonly code: 'nothing-due' }
  | { readonly code: 'card-code-missing' }
  | { readonly code: 'reason-missing' }
  | { readonly code: 'name-missing' }
  | { readonly code: 'too-many-parked'; readonly limit: number }
  | { readonly code: 'more-than-in-drawer'; readonly expected: Money }
  | { readonly code: 'correction-changes-nothing' }
  | { readonly code: 'other-shift' }
  | { readonly code: 'tenders-short'; readonly missing: Money }
  | { readonly code: 'tenders-over'; readonly over: Money }
  | { readonly code: 'tender-mismatch'; readonly index: number }
  | { readonly code: 'card-over'; readonly due: Money }
  | { readonly code: 'cash-rounding-wrong'; readonly expected: Money }
  | { readonly code: 'change-impossible'; readonly cashStep: Money }
  | { readonly code: 'number-looks-like-card' }
  | { readonly code: 'shift-not-open' }
  | { readonly code: 'shift-open'; readonly shift: string }
  | { readonly code: 'float-over-counted'; readonly counted: Money }
  | { readonly code: 'counted-elsewhere' }
  | { readonly code: 'count-missing' }
  | { readonly code: 'same-person' }
  | { readonly code: 'drawer-shared' }
  | { readonly code: 'approval-needed'; readonly why: ApprovalReason }
  | { readonly code: 'approval-other-act' };

export type Refusal = { readonly is: 'refused' } & Because;

export function refuse<Reason extends Because>(because: Reason): { readonly is: 'refused' } & Reason {
  return { is: 'refused', ...because };
}

export function isRefusal(value: object): value is Refusal {
  return 'is' in value && value.is === 'refused';
}
