import { expect, test } from 'vitest';
import { SET_UP_STEPS, type SetUp, type SetUpState, type SetUpStep } from '../../protocol/set-up-messages.ts';
import { nextOpenStep } from './next-step.ts';

function setUp(states: Partial<Record<SetUpStep, SetUpState>>): Pick<SetUp, 'steps'> {
  return { steps: SET_UP_STEPS.map((step) => ({ step, is: states[step] ?? 'open' })) };
}

test('SETUP-9 a set-up goes on at the first open step, then at the next open one after where somebody is', () => {
  expect(nextOpenStep(setUp({}), null)).toBe('business');
  expect(nextOpenStep(setUp({ business: 'done', shop: 'skipped' }), null)).toBe('products');
  expect(nextOpenStep(setUp({ products: 'done' }), 'shop')).toBe('tax');
});

test('SETUP-9 after the last step it goes back to what was left open, and ends when nothing is', () => {
  expect(nextOpenStep(setUp({ business: 'done' }), 'sale')).toBe('shop');
  const all = Object.fromEntries(SET_UP_STEPS.map((step) => [step, 'done'] as const));
  expect(nextOpenStep(setUp({ ...all, sale: 'open' }), 'sale')).toBeNull();
  expect(nextOpenStep(setUp({ ...all, sale: 'skipped' }), null)).toBeNull();
});
