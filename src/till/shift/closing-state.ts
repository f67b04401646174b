/** Closing a shift, step by step: count blind, compare, decide what stays, done. */
import { money, type Money } from '../../domain/money.ts';
import { NOTHING_COUNTED, typeCount, type TypedCounts } from './cash-count.ts';
import type { ShiftProblem } from './shift-problem.ts';

export interface ClosingState {
  readonly step: ClosingStep;
  readonly counts: TypedCounts;
  /** How often the drawer was counted. */
  readonly attempts: number;
  readonly isSaving: boolean;
  readonly problem: ShiftProblem | null;
}

export type ClosingStep =
  | { readonly is: 'count' }
  | { readonly is: 'compare'; readonly counted: Money }
  | { readonly is: 'keep'; readonly counted: Money; readonly kept: Money }
  | { readonly is: 'closed'; readonly counted: Money; readonly kept: Money };

export type ClosingEvent =
  | { readonly is: 'type'; readonly value: Money; readonly text: string }
  | { readonly is: 'saving' }
  | { readonly is: 'failed'; readonly problem: ShiftProblem }
  | { readonly is: 'counted'; readonly counted: Money }
  | { readonly is: 'recount' }
  /** `usual` is the float the shop keeps. */
  | { readonly is: 'goOn'; readonly usual: Money }
  | { readonly is: 'keep'; readonly kept: Money }
  | { readonly is: 'closed' };

export const START_CLOSING: ClosingState = {
  step: { is: 'count' },
  counts: NOTHING_COUNTED,
  attempts: 0,
  isSaving: false,
  problem: null,
};

/** One recount: counting until it fits would hide what is missing. */
const ATTEMPTS_MAX = 2;

export function mayRecount(state: ClosingState): boolean {
  return state.attempts < ATTEMPTS_MAX;
}

export function closingStep(state: ClosingState, event: ClosingEvent): ClosingState {
  const { step } = state;
  switch (event.is) {
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
    case 'goOn':
      return step.is === 'compare' ? { ...state, step: keepStep(step.counted, event.usual) } : state;
    case 'keep':
      return step.is === 'keep' ? { ...state, step: { ...step, kept: event.kept } } : state;
    case 'closed':
      return step.is === 'keep' ? saved(state, { ...step, is: 'closed' }, state.attempts) : state;
  }
}

/** No more can stay than is there. */
function keepStep(counted: Money, usual: Money): ClosingStep {
  return { is: 'keep', counted, kept: money(Math.min(counted, usual)) };
}

function saved(state: ClosingState, step: ClosingStep, attempts: number): ClosingState {
  return { ...state, step, attempts, isSaving: false, problem: null };
}
