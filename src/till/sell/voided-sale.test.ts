import { expect, test } from 'vitest';
import { startSale } from '../../domain/open-sale.ts';
import { after, scanned, trialCounter } from '../../testing/trial-counter.ts';
import type { SellEvent } from './sell-state.ts';
import { voidedSale } from './voided-sale.ts';

const shop = trialCounter();
const emptied = after(shop, [
  ...scanned('2*85123A'),
  ...scanned('CAN-001'),
  { is: 'empty', next: startSale('sale-2') },
]);
const voidedAfter = (...events: readonly SellEvent[]) =>
  voidedSale(emptied.notice, after(shop, events, emptied));

test('SCREEN-44 an emptied basket is told when its time is over, the next sale begins, or the till is locked', () => {
  const fact = { sale: 'sale-1', why: 'emptied', lines: 2, gross: 750 };
  expect(voidedAfter({ is: 'dismissNotice' })).toEqual(fact);
  expect(voidedAfter(...scanned('85123A'))).toEqual(fact);
  expect(voidedAfter({ is: 'leave' })).toEqual(fact);
});

test('SCREEN-44 nothing is told of a basket that was taken back, or still can be', () => {
  expect(voidedAfter({ is: 'undo' })).toBeNull();
  expect(voidedAfter({ is: 'key', key: '8' })).toBeNull();
  expect(voidedSale(null, after(shop, scanned('85123A')))).toBeNull();
});
