/** How a basket is paid: what was taken so far, what is typed, and the payment that settles it. One pure step per tap. */
import { asksCardCode, CARD_CODE_LENGTH_MAX, checkCardCodes } from '../../domain/card-code.ts';
import { cashSums } from '../../domain/cash-sums.ts';
import { looksLikeCardNumber } from '../../domain/card-number.ts';
import { negateMoney, NO_MONEY, type Money } from '../../domain/money.ts';
import { isRefusal, type Refusal } from '../../domain/refusal.ts';
import type { SaleTotals, Tender } from '../../domain/sale.ts';
import type { ShopPolicy } from '../../domain/shop-policy.ts';
import { cardTender, cashTender, dueOf } from '../../domain/tender.ts';
import type { KeypadKey } from '../../ui/keypad-digits.ts';
import type { PayStart } from '../counter/use-counter.ts';
import { wayBack } from './way-back.ts';
import { readDigits, typeDigit } from './typed-amount.ts';

export interface PayState {
  readonly way: 'cash' | 'card';
  /** The clerk tapped a way. */
  readonly hasChosen: boolean;
  readonly digits: string;
  /** The card terminal's approval code, where the shop asks for it. */
  readonly code: string;
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
  | { readonly is: 'typing'; readonly why: 'tooLong' | 'cardNumber' | 'scanned' }
  | { readonly is: 'refused'; readonly refusal: Refusal }
  | { readonly is: 'notSaved'; readonly why: 'full' | 'handle' | 'busy' };

export type PayEvent =
  | { readonly is: 'way'; readonly way: 'cash' | 'card' }
  /** How the receipts were paid whose goods come back: money goes back the way it came, unless the clerk chose. */
  | { readonly is: 'paidBefore'; readonly tenders: readonly Tender[] }
  | { readonly is: 'code'; readonly text: string }
  | { readonly is: 'key'; readonly key: KeypadKey }
  /** Cash of this sum was handed over; to give back, nothing is. */
  | { readonly is: 'cash'; readonly handed: Money }
  | { readonly is: 'takeTyped' }
  /** What came as digits was a code. */
  | { readonly is: 'scanned' }
  | { readonly is: 'approved' }
  | { readonly is: 'declined' }
  | { readonly is: 'finish' }
  | { readonly is: 'removePart'; readonly index: number }
  | { readonly is: 'checking' }
  | { readonly is: 'failed'; readonly problem: PayProblem };

export interface PayContext {
  readonly totals: SaleTotals;
  readonly policy: Pick<ShopPolicy, 'currency' | 'cardCodeAbove'>;
}

export const START_PAYING: PayState = {
  way: 'cash',
  hasChosen: false,
  digits: '',
  code: '',
  tenders: [],
  stage: { is: 'taking' },
  problem: null,
};

export function startPaying(start: PayStart): PayState {
  return start === 'card' ? { ...START_PAYING, way: 'card', hasChosen: true } : START_PAYING;
}

/** What is done before anything more is tapped: nothing to take or give back, or exact cash that was tapped on Sell. */
export function settledByArriving(start: PayStart, context: PayContext): PayEvent | null {
  const due = dueNow(START_PAYING, context);
  if (due === 0) return { is: 'finish' };
  return start === 'exactCash' && due > 0 ? exactCash(due, context) : null;
}

/** @param due above zero is to pay, below zero to give back: then nothing is handed over. */
export function exactCash(due: Money, { policy }: PayContext): PayEvent {
  const [exact] = cashSums(due, policy.currency);
  return { is: 'cash', handed: due < 0 ? NO_MONEY : (exact ?? due) };
}

export function payStep(state: PayState, event: PayEvent, context: PayContext): PayState {
  if (event.is === 'checking' || event.is === 'failed') return afterCommit(state, event);
  if (state.stage.is !== 'taking') return state;
  switch (event.is) {
    case 'way':
      return { ...state, way: event.way, hasChosen: true, digits: '', problem: null };
    case 'paidBefore':
      return state.hasChosen ? state : { ...state, way: wayBack(event.tenders) };
    case 'code':
      return typedCode(state, event.text);
    case 'key':
      return typed(state, event.key);
    case 'cash':
      return takeCash(state, event.handed, context);
    case 'takeTyped':
      return takeTyped(state, context);
    case 'scanned':
      return scanned(state);
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

/** What was said of the digits already says more. */
function scanned(state: PayState): PayState {
  const known = state.problem?.is === 'typing' ? state.problem : null;
  return { ...state, digits: '', problem: known ?? { is: 'typing', why: 'scanned' } };
}

function takeTyped(state: PayState, context: PayContext): PayState {
  const read = readDigits(state.digits);
  return read.is === 'amount' ? takeCash(state, read.amount, context) : state;
}

function takeCash(state: PayState, handed: Money, context: PayContext): PayState {
  const taken = cashTender(dueNow(state, context), handed, context.policy.currency);
  if (isRefusal(taken)) return refused(state, taken);
  return addTender(state, taken.tender, taken.rounding, context);
}

function takeCard(state: PayState, context: PayContext): PayState {
  const tender = cardTender(dueNow(state, context), cardAmount(state, context));
  if (isRefusal(tender)) return refused(state, tender);
  const coded = withCode(tender, state.code.trim(), context);
  const refusal = checkCardCodes([coded], context.policy);
  return refusal === null ? addTender(state, coded, NO_MONEY, context) : refused(state, refusal);
}

/** Only a payment that asks for a code carries one. */
function withCode(tender: Tender, code: string, { policy }: PayContext): Tender {
  return tender.is === 'card' && asksCardCode(tender.amount, policy) ? { ...tender, code } : tender;
}

/** A card number goes at once: it is not even shown. */
function typedCode(state: PayState, text: string): PayState {
  if (looksLikeCardNumber(text)) return { ...state, code: '', problem: { is: 'typing', why: 'cardNumber' } };
  return { ...state, code: text.slice(0, CARD_CODE_LENGTH_MAX), problem: null };
}

function addTender(state: PayState, tender: Tender, cashRounding: Money, context: PayContext): PayState {
  const tenders = [...state.tenders, tender];
  if (dueOf(context.totals, tenders, cashRounding) === 0) return settle(state, { tenders, cashRounding });
  return { ...state, tenders, digits: '', code: '', problem: null };
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
