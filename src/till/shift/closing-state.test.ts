import { expect, test } from 'vitest';
import { money } from '../../domain/money.ts';
import { TRIAL_POLICY } from '../../testing/trial-shop.ts';
import { countedDenominations, countedSum, NOTHING_COUNTED, typeCount } from './cash-count.ts';
import { closingStep, mayRecount, START_CLOSING, type ClosingEvent } from './closing-state.ts';

const { denominations } = TRIAL_POLICY.currency;
const after = (...events: readonly ClosingEvent[]) => events.reduce(closingStep, START_CLOSING);
const counted = (sum: number): ClosingEvent => ({ is: 'counted', counted: money(sum) });

test('SHIFT-6 what is typed per note and coin adds up, and what is left blank is none', () => {
  const counts = typeCount(typeCount(NOTHING_COUNTED, money(5000), '3'), money(1), '07x');
  expect(countedSum(counts, denominations)).toBe(15_007);
  expect(countedDenominations(counts, denominations)).toHaveLength(denominations.length);
});

test('SCREEN-23 the drawer may be counted once more, not until it fits', () => {
  const first = after(counted(10_000));
  expect(first.step).toEqual({ is: 'compare', counted: 10_000 });
  expect(mayRecount(first)).toBe(true);
  const second = [{ is: 'recount' } as const, counted(10_500)].reduce(closingStep, first);
  expect(second.step).toEqual({ is: 'compare', counted: 10_500 });
  expect(mayRecount(second)).toBe(false);
  expect(closingStep(second, { is: 'recount' })).toBe(second);
});

test('SCREEN-23 a recount starts blank, so the first count does not lead it', () => {
  const typed = after({ is: 'type', value: money(500), text: '9' }, counted(4_500), { is: 'recount' });
  expect(typed.counts.size).toBe(0);
});

test('SCREEN-23 no more stays in the drawer than is there', () => {
  expect(after(counted(9_000), { is: 'goOn', usual: money(15_000) }).step).toMatchObject({ kept: 9_000 });
  expect(after(counted(90_000), { is: 'goOn', usual: money(15_000) }).step).toMatchObject({ kept: 15_000 });
});

test('SCREEN-23 what was not saved is still to be done', () => {
  const failed = after(
    { is: 'saving' },
    { is: 'failed', problem: { is: 'notSaved', why: 'full', detail: '' } },
  );
  expect(failed).toMatchObject({ step: { is: 'count' }, isSaving: false, attempts: 0 });
});
