import { expect, onTestFinished, test, vi } from 'vitest';
import { startSale } from '../../domain/open-sale.ts';
import type { OpenSale } from '../../domain/sale.ts';
import type { FoundProducts } from '../../local-db/catalogue-in-worker.ts';
import { basketOf, CANDLE, MUG, scanned, trialCounter, typed } from '../../testing/trial-counter.ts';
import { makeSaleDesk } from './sale-desk.ts';
import { GAP_MS } from './scan-burst.ts';

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
  const asked: { readonly text: string; readonly answer: () => void }[] = [];
  const search = (text: string) =>
    new Promise<FoundProducts>((done) => {
      asked.push({ text, answer: () => done(context.search(text)) });
    });
  const desk = makeSaleDesk(startSale('sale-1'), context, { save, search });
  return { desk, context, saved, asked, finish: () => finish() };
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
  void desk.saveNow();
  expect(saved).toEqual([desk.current().sale]);
});

test('SCREEN-13 a fresh basket is not written over the one that was just paid', () => {
  const { desk, saved } = deskThatSaves();
  desk.send({ is: 'open', sale: startSale('sale-2') });
  void desk.saveNow();
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

test('SCREEN-114 a scan is drawn once: with the Enter behind it, or once its keys rest', async () => {
  const { desk, heard } = deskInTime();
  for (const event of scanned('85123A')) desk.send(event);
  expect(heard).toHaveBeenCalledTimes(1);
  expect(basketOf(desk.current())).toEqual(['1 mug']);
  await vi.advanceTimersByTimeAsync(GAP_MS);
  expect(heard).toHaveBeenCalledTimes(1);
  for (const event of typed('851')) desk.send(event);
  await vi.advanceTimersByTimeAsync(GAP_MS - 1);
  expect(heard).toHaveBeenCalledTimes(1);
  await vi.advanceTimersByTimeAsync(1);
  expect(heard).toHaveBeenCalledTimes(2);
});

test('SCREEN-114 what goes past the box is searched for once its keys rest; what is typed in the box, at once', async () => {
  const { desk, asked, heard } = deskInTime();
  for (const event of typed('8512')) desk.send(event);
  await vi.advanceTimersByTimeAsync(GAP_MS - 1);
  expect(asked).toEqual([]);
  await vi.advanceTimersByTimeAsync(1);
  expect(asked.map(({ text }) => text)).toEqual(['8512']);
  desk.send({ is: 'typed', text: '85123' });
  expect(heard).toHaveBeenCalledTimes(2);
  asked[0]?.answer();
  await vi.advanceTimersByTimeAsync(GAP_MS - 1);
  expect(heard).toHaveBeenCalledTimes(2);
  await vi.advanceTimersByTimeAsync(1);
  expect(asked.map(({ text }) => text)).toEqual(['8512', '85123']);
});

function deskInTime() {
  vi.useFakeTimers();
  onTestFinished(() => void vi.useRealTimers());
  const made = deskThatSaves();
  const heard = vi.fn();
  made.desk.subscribe(heard);
  return { ...made, heard };
}

test('TAX-1 a basket is priced anew when the trading day changes', () => {
  const { desk, context } = deskThatSaves();
  desk.send({ is: 'pick', product: MUG });
  const before = desk.current().priced.totals.tax;
  desk.changeContext({ ...context, terms: { ...context.terms, day: '2010-12-07' } });
  expect([before, desk.current().priced.totals.tax]).toEqual([42, 37]);
});

test('SCREEN-5 SYNC-44 what is found on screen is looked for again when the catalogue changes', async () => {
  const { desk, context, asked } = deskThatSaves();
  desk.send({ is: 'typed', text: 'mug' });
  asked[0]?.answer();
  await vi.waitFor(() => expect(desk.current().answer?.products[0]).toEqual(MUG));
  const dearer = { ...MUG, name: 'Dearer mug' };
  const index = { ...context.index, byId: () => dearer };
  desk.changeContext({ index, terms: { ...context.terms, catalogueVersion: 8 } });
  expect(asked.map(({ text }) => text)).toEqual(['mug', 'mug']);
  asked[1]?.answer();
  await vi.waitFor(() => expect(desk.current().answer?.products[0]).toEqual(dearer));
});

test('SCREEN-5 Enter right after typing waits for the answer to its own text; what comes meanwhile waits behind it', async () => {
  const { desk, asked } = deskThatSaves();
  for (const text of ['c', 'candle']) desk.send({ is: 'typed', text });
  for (const event of [{ is: 'enter' } as const, ...scanned('85123A')]) desk.send(event);
  expect(basketOf(desk.current())).toEqual([]);
  expect(asked.map(({ text }) => text)).toEqual(['c']);
  asked[0]?.answer();
  await vi.waitFor(() => expect(asked.map(({ text }) => text)).toEqual(['c', 'candle']));
  expect(basketOf(desk.current())).toEqual([]);
  asked[1]?.answer();
  await vi.waitFor(() => expect(basketOf(desk.current())).toEqual(['1 candle', '1 mug']));
});

test('SCREEN-5 an answer to an earlier text never takes the place of a newer one', () => {
  const { desk } = deskThatSaves();
  for (const event of typed('mug')) desk.send(event);
  const answer = (text: string, products = [MUG]) =>
    ({ is: 'found', answer: { text, products, found: 1 } }) as const;
  desk.send(answer('mug'));
  desk.send(answer('mu', [CANDLE]));
  expect(desk.current().answer).toMatchObject({ text: 'mug', products: [MUG] });
});

test('SCREEN-5 what is typed in the box behind words that wait is the next text', async () => {
  const { desk, asked } = deskThatSaves();
  for (const event of typed('candle')) desk.send(event);
  desk.send({ is: 'enter' });
  desk.send({ is: 'typed', text: 'candlem' });
  asked[0]?.answer();
  await vi.waitFor(() => expect(asked).toHaveLength(2));
  asked[1]?.answer();
  await vi.waitFor(() => expect(basketOf(desk.current())).toEqual(['1 candle']));
  expect(desk.current().box.text).toBe('m');
});

test('SCREEN-114 keys that waited behind words are drawn with the answer that lets them go', async () => {
  const { desk, asked, heard } = deskInTime();
  desk.send({ is: 'typed', text: 'candle' });
  desk.send({ is: 'enter' });
  for (const event of typed('85')) desk.send(event);
  await vi.advanceTimersByTimeAsync(GAP_MS);
  heard.mockClear();
  asked[0]?.answer();
  await vi.advanceTimersByTimeAsync(0);
  expect(basketOf(desk.current())).toEqual(['1 candle']);
  expect(desk.current().box.text).toBe('85');
  expect(heard).toHaveBeenCalledTimes(1);
});

test('SCREEN-5 a search that fails finds nothing and does not keep the box', async () => {
  const context = trialCounter();
  const save = () => Promise.resolve();
  const search = () => Promise.reject(new Error('the worker died'));
  const desk = makeSaleDesk(startSale('sale-1'), context, { save, search });
  for (const event of [...typed('candle'), { is: 'enter' } as const]) desk.send(event);
  await vi.waitFor(() => expect(desk.current().notice).toEqual({ is: 'unknownCode', code: 'candle' }));
  expect(desk.current().awaitsAnswer).toBe(false);
});

test('SCREEN-46 a save that still waits when the basket leaves the desk is not made', async () => {
  const { desk, saved } = deskThatSaves();
  desk.send({ is: 'pick', product: MUG });
  desk.send({ is: 'open', sale: startSale('sale-2') });
  desk.send({ is: 'pick', product: CANDLE });
  await vi.waitFor(() => expect(saved).toHaveLength(1));
  expect(saved.map(({ sale }) => sale)).toEqual(['sale-2']);
});
