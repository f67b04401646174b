import { expect, test } from 'vitest';
import { money } from '../../domain/money.ts';
import { TRIAL_POLICY } from '../../testing/trial-shop.ts';
import { countedDenominations, countedSum, NOTHING_COUNTED, typeCount } from './cash-count.ts';
import { closingStep, mayRecount, startClosing, type ClosingEvent } from './closing-state.ts';

const { denominations } = TRIAL_POLICY.currency;
const after = (...events: readonly ClosingEvent[]) => events.reduce(closingStep, startClosing(0));
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
  const none = { is: 'terminal', total: null, usual: money(15_000) } as const;
  expect(after(counted(9_000), { is: 'goOn' }, none).step).toMatchObject({ kept: 9_000 });
  expect(after(counted(90_000), { is: 'goOn' }, none).step).toMatchObject({ kept: 15_000 });
});

test('SHIFT-12 the close leads through parked baskets first, and states the terminal and the bag', () => {
  const parked = startClosing(2);
  expect(parked.step.is).toBe('parked');
  expect(closingStep(parked, { is: 'toCount' }).step.is).toBe('count');
  const total = { is: 'terminal', total: money(0), usual: money(0) } as const;
  const bagged = after(counted(9_000), { is: 'goOn' }, total, { is: 'bag', bag: '0042' });
  expect(bagged).toMatchObject({ step: { is: 'keep' }, details: { cardTerminal: 0, bag: '0042' } });
  expect(closingStep(bagged, { is: 'closed', shift: 'shift-1' }).step.is).toBe('closed');
});

test('SCREEN-23 what was not saved is still to be done', () => {
  const failed = after(
    { is: 'saving' },
    { is: 'failed', problem: { is: 'notSaved', why: 'full', detail: '' } },
  );
  expect(failed).toMatchObject({ step: { is: 'count' }, isSaving: false, attempts: 0 });
});
