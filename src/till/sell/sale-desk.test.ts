import { expect, test, vi } from 'vitest';
import { startSale } from '../../domain/open-sale.ts';
import type { OpenSale } from '../../domain/sale.ts';
import { CANDLE, MUG, trialCounter } from '../../testing/trial-counter.ts';
import { makeSaleDesk } from './sale-desk.ts';

function deskThatSaves() {
  const saved: OpenSale[] = [];
  let finish: () => void = () => undefined;
  const save = (sale: OpenSale) => {
    saved.push(sale);
    return new Promise<void>((done) => {
      finish = done;
    });
  };
  vi.stubGlobal('requestAnimationFrame', (draw: () => void) => setTimeout(draw));
  const context = trialCounter();
  return { desk: makeSaleDesk(startSale('sale-1'), context, save), context, saved, finish: () => finish() };
}

test('SCREEN-13 the basket is saved after the line was painted, one save at a time, the latest last', async () => {
  const { desk, saved, finish } = deskThatSaves();
  desk.send({ is: 'pick', product: MUG });
  expect(saved).toEqual([]);
  await vi.waitFor(() => expect(saved).toHaveLength(1));
  for (let times = 0; times < 20; times += 1) desk.send({ is: 'pick', product: CANDLE });
  expect(saved).toHaveLength(1);
  finish();
  await vi.waitFor(() => expect(saved).toHaveLength(2));
  expect(saved[1]).toBe(desk.current().sale);
});

test('SCREEN-13 a screen that is about to go saves at once', () => {
  const { desk, saved } = deskThatSaves();
  desk.send({ is: 'pick', product: MUG });
  desk.saveNow();
  expect(saved).toEqual([desk.current().sale]);
});

test('SCREEN-13 a fresh basket is not written over the one that was just paid', () => {
  const { desk, saved } = deskThatSaves();
  desk.send({ is: 'open', sale: startSale('sale-2') });
  desk.saveNow();
  expect(saved).toEqual([]);
});

test('SCREEN-1 listeners hear each change once, and never a step that changed nothing', () => {
  const { desk } = deskThatSaves();
  const heard = vi.fn();
  desk.subscribe(heard);
  desk.send({ is: 'pick', product: MUG });
  desk.send({ is: 'undo' });
  expect(heard).toHaveBeenCalledTimes(1);
});

test('TAX-1 a basket is priced anew when the trading day changes', () => {
  const { desk, context } = deskThatSaves();
  desk.send({ is: 'pick', product: MUG });
  const before = desk.current().priced.totals.tax;
  desk.changeContext({ ...context, terms: { ...context.terms, day: '2010-12-07' } });
  expect([before, desk.current().priced.totals.tax]).toEqual([42, 37]);
});
