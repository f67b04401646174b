/**
 * Closing a shift, step by step: parked baskets, count blind, compare, the card terminal, decide what stays, done. Where another till
 * counts the drawer, what lies in it is left there instead.
 */
import type { CloseDetails } from '../../domain/close-shift.ts';
import { money, type Money } from '../../domain/money.ts';
import { NOTHING_COUNTED, typeCount, type TypedCounts } from './cash-count.ts';
import type { ShiftProblem } from './shift-problem.ts';

export interface ClosingState {
  readonly step: ClosingStep;
  /** False where another till counts the drawer. */
  readonly isCounted: boolean;
  readonly counts: TypedCounts;
  /** How often the drawer was counted. */
  readonly attempts: number;
  readonly details: CloseDetails;
  readonly isSaving: boolean;
  readonly problem: ShiftProblem | null;
}

export type ClosingStep =
  | { readonly is: 'parked' }
  | { readonly is: 'count' }
  | { readonly is: 'compare'; readonly counted: Money }
  | { readonly is: 'card'; readonly counted: Money | null }
  | { readonly is: 'leave' }
  | { readonly is: 'keep'; readonly counted: Money; readonly kept: Money }
  | { readonly is: 'closed'; readonly shift: string };

export type ClosingEvent =
  | { readonly is: 'toCount' }
  | { readonly is: 'type'; readonly value: Money; readonly text: string }
  | { readonly is: 'saving' }
  | { readonly is: 'failed'; readonly problem: ShiftProblem }
  | { readonly is: 'counted'; readonly counted: Money }
  | { readonly is: 'recount' }
  | { readonly is: 'goOn' }
  /** `total` is null where the shop has no terminal; `usual` is the float the shop keeps. */
  | { readonly is: 'terminal'; readonly total: Money | null; readonly usual: Money }
  | { readonly is: 'keep'; readonly kept: Money }
  | { readonly is: 'bag'; readonly bag: string }
  | { readonly is: 'closed'; readonly shift: string };

/** Parked baskets come first, while they can still be sold. */
export function startClosing(parked: number, isCounted = true): ClosingState {
  return {
    step: parked > 0 ? { is: 'parked' } : firstStep(isCounted),
    isCounted,
    counts: NOTHING_COUNTED,
    attempts: 0,
    details: {},
    isSaving: false,
    problem: null,
  };
}

function firstStep(isCounted: boolean): ClosingStep {
  return isCounted ? { is: 'count' } : { is: 'card', counted: null };
}

/** One recount: counting until it fits would hide what is missing. */
const ATTEMPTS_MAX = 2;

export function mayRecount(state: ClosingState): boolean {
  return state.attempts < ATTEMPTS_MAX;
}

export function closingStep(state: ClosingState, event: ClosingEvent): ClosingState {
  switch (event.is) {
    case 'toCount':
      return state.step.is === 'parked' ? { ...state, step: firstStep(state.isCounted) } : state;
    case 'type':
      return { ...state, counts: typeCount(state.counts, event.value, event.text) };
    case 'saving':
      return { ...state, isSaving: true, problem: null };
    case 'failed':
      return { ...state, isSaving: false, problem: event.problem };
    case 'counted':
      return saved(state, { is: 'compare', counted: event.counted }, state.attempts + 1);
    case 'recount':
      return mayRecount(state) ? { ...state, step: { is: 'count' }, counts: NOTHING_COUNTED } : state;
    default:
      return afterCount(state, event);
  }
}

type LaterEvent = Extract<ClosingEvent, { is: 'goOn' | 'terminal' | 'keep' | 'bag' | 'closed' }>;

function afterCount(state: ClosingState, event: LaterEvent): ClosingState {
  const { step, details } = state;
  switch (event.is) {
    case 'goOn':
      return step.is === 'compare' ? { ...state, step: { ...step, is: 'card' } } : state;
    case 'terminal': {
      if (step.is !== 'card') return state;
      const stated = event.total === null ? {} : { cardTerminal: event.total };
      return { ...state, details: stated, step: keepStep(step.counted, event.usual) };
    }
    case 'keep':
      return step.is === 'keep' ? { ...state, step: { ...step, kept: event.kept } } : state;
    case 'bag':
      return { ...state, details: { ...details, bag: event.bag } };
    case 'closed':
      return step.is === 'keep' || step.is === 'leave' ? saved(state, event, state.attempts) : state;
  }
}

/** No more can stay than is there. */
function keepStep(counted: Money | null, usual: Money): ClosingStep {
  if (counted === null) return { is: 'leave' };
  return { is: 'keep', counted, kept: money(Math.min(counted, usual)) };
}

function saved(state: ClosingState, step: ClosingStep, attempts: number): ClosingState {
  return { ...state, step, attempts, isSaving: false, problem: null };
}
