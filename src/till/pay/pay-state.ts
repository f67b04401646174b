/** How a basket is paid: what was taken so far, what is typed, and the payment that settles it. One pure step per tap. */
import { negateMoney, NO_MONEY, type Money } from '../../domain/money.ts';
import { isRefusal, type Refusal } from '../../domain/refusal.ts';
import type { SaleTotals, Tender } from '../../domain/sale.ts';
import type { Currency } from '../../domain/shop-policy.ts';
import { cardTender, cashTender, dueOf } from '../../domain/tender.ts';
import type { KeypadKey } from '../../ui/keypad-digits.ts';
import { readDigits, typeDigit } from './typed-amount.ts';

export interface PayState {
  readonly way: 'cash' | 'card';
  readonly digits: string;
  /** Parts taken so far that do not settle the sale yet. */
  readonly tenders: readonly Tender[];
  readonly stage: PayStage;
  readonly problem: PayProblem | null;
}

export type PayStage =
  | { readonly is: 'taking' }
  /** Being committed; `checking` when that takes longer than it should. */
  | { readonly is: 'saving'; readonly payment: Payment }
  | { readonly is: 'checking'; readonly payment: Payment };

export interface Payment {
  readonly tenders: readonly Tender[];
  readonly cashRounding: Money;
}

export type PayProblem =
  | { readonly is: 'declined' }
  | { readonly is: 'typing'; readonly why: 'tooLong' | 'cardNumber' }
  | { readonly is: 'refused'; readonly refusal: Refusal }
  | { readonly is: 'notSaved'; readonly why: 'full' | 'handle' | 'busy' };

export type PayEvent =
  | { readonly is: 'way'; readonly way: 'cash' | 'card' }
  | { readonly is: 'key'; readonly key: KeypadKey }
  /** Cash of this sum was handed over; to give back, nothing is. */
  | { readonly is: 'cash'; readonly handed: Money }
  | { readonly is: 'takeTyped' }
  | { readonly is: 'approved' }
  | { readonly is: 'declined' }
  | { readonly is: 'finish' }
  | { readonly is: 'removePart'; readonly index: number }
  | { readonly is: 'checking' }
  | { readonly is: 'failed'; readonly problem: PayProblem };

export interface PayContext {
  readonly totals: SaleTotals;
  readonly currency: Currency;
}

export const START_PAYING: PayState = {
  way: 'cash',
  digits: '',
  tenders: [],
  stage: { is: 'taking' },
  problem: null,
};

export function payStep(state: PayState, event: PayEvent, context: PayContext): PayState {
  if (event.is === 'checking' || event.is === 'failed') return afterCommit(state, event);
  if (state.stage.is !== 'taking') return state;
  switch (event.is) {
    case 'way':
      return { ...state, way: event.way, digits: '', problem: null };
    case 'key':
      return typed(state, event.key);
    case 'cash':
      return takeCash(state, event.handed, context);
    case 'takeTyped':
      return takeTyped(state, context);
    case 'approved':
      return takeCard(state, context);
    case 'declined':
      return { ...state, problem: { is: 'declined' } };
    case 'finish':
      return settle(state, { tenders: state.tenders, cashRounding: NO_MONEY });
    case 'removePart':
      return { ...state, tenders: state.tenders.filter((_, index) => index !== event.index), problem: null };
  }
}

/** Above zero is to pay, below zero to give back. */
export function dueNow(state: PayState, { totals }: PayContext): Money {
  return dueOf(totals, state.tenders);
}

/** What the card takes or gives back now: all that is due, or the part of it that was typed. */
export function cardAmount(state: PayState, context: PayContext): Money {
  const due = dueNow(state, context);
  const amount = readDigits(state.digits);
  if (amount.is !== 'amount') return due;
  return due < 0 ? negateMoney(amount.amount) : amount.amount;
}

function typed(state: PayState, key: KeypadKey): PayState {
  const digits = typeDigit(state.digits, key);
  const read = readDigits(digits);
  const isWrong = read.is === 'tooLong' || read.is === 'cardNumber';
  return { ...state, digits, problem: isWrong ? { is: 'typing', why: read.is } : null };
}

function takeTyped(state: PayState, context: PayContext): PayState {
  const read = readDigits(state.digits);
  return read.is === 'amount' ? takeCash(state, read.amount, context) : state;
}

function takeCash(state: PayState, handed: Money, context: PayContext): PayState {
  const taken = cashTender(dueNow(state, context), handed, context.currency);
  if (isRefusal(taken)) return refused(state, taken);
  return addTender(state, taken.tender, taken.rounding, context);
}

function takeCard(state: PayState, context: PayContext): PayState {
  const tender = cardTender(dueNow(state, context), cardAmount(state, context));
  if (isRefusal(tender)) return refused(state, tender);
  return addTender(state, tender, NO_MONEY, context);
}

function addTender(state: PayState, tender: Tender, cashRounding: Money, context: PayContext): PayState {
  const tenders = [...state.tenders, tender];
  if (dueOf(context.totals, tenders, cashRounding) === 0) return settle(state, { tenders, cashRounding });
  return { ...state, tenders, digits: '', problem: null };
}

/** The parts taken so far stay as they are until the commit: if it fails, the last part is simply taken again. */
function settle(state: PayState, payment: Payment): PayState {
  return { ...state, stage: { is: 'saving', payment }, problem: null };
}

function afterCommit(state: PayState, event: Extract<PayEvent, { is: 'checking' | 'failed' }>): PayState {
  if (event.is === 'failed') return { ...state, stage: { is: 'taking' }, problem: event.problem };
  return state.stage.is === 'saving' ? { ...state, stage: { ...state.stage, is: 'checking' } } : state;
}

function refused(state: PayState, refusal: Refusal): PayState {
  return { ...state, problem: { is: 'refused', refusal } };
}
