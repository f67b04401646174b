import { expect, test } from 'vitest';
import { money } from '../../domain/money.ts';
import { quantity } from '../../domain/quantity.ts';
import { after, scanned, trialCounter, WRAP } from '../../testing/trial-counter.ts';
import { chargeNeed } from './charge-need.ts';
import type { SellEvent } from './sell-state.ts';

const shop = trialCounter();
const over = { is: 'over' } as const;
const running = { is: 'running', until: 0 } as const;
const needOf = (
  events: readonly SellEvent[],
  role: 'clerk' | 'supervisor',
  lease: typeof over | typeof running,
) => chargeNeed(after(shop, events).sale, shop, role, lease)?.why ?? null;

const cheaper: SellEvent[] = [
  ...scanned('85123A'),
  { is: 'change', command: { is: 'setPrice', line: 1, price: money(100) } },
];
const unpriced: SellEvent[] = [{ is: 'priced', product: WRAP, quantity: quantity(1000), price: money(100) }];

test('SCREEN-14 when the lease is over a clerk’s changed price needs an approver, and selling never does', () => {
  expect(needOf(cheaper, 'clerk', over)).toBe('out-of-contact');
  expect(needOf(cheaper, 'clerk', running)).toBeNull();
  expect(needOf(cheaper, 'supervisor', over)).toBeNull();
  expect(needOf(scanned('85123A'), 'clerk', over)).toBeNull();
});

test('SCREEN-14 a product without a price is typed every day, so it asks nobody', () => {
  expect(needOf(unpriced, 'clerk', over)).toBeNull();
});

test('REFUND-4 a return without a receipt asks for a manager whatever the lease', () => {
  const back: SellEvent[] = [{ is: 'startReturning', reason: 'Faulty' }, ...scanned('85123A')];
  expect(needOf(back, 'supervisor', running)).toBe('return-without-receipt');
});
