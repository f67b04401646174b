import { expect, test } from 'vitest';
import { money } from '../../domain/money.ts';
import { trialProduct } from '../../testing/trial-shop.ts';
import type { SellEvent } from './sell-state.ts';
import { startSale } from '../../domain/open-sale.ts';
import { quantity } from '../../domain/quantity.ts';
import {
  after,
  basketOf,
  BEANS,
  CANDLE,
  MUG,
  scanned,
  startTrial,
  trialCounter,
  typed,
  UNTAXED,
  WRAP,
} from '../../testing/trial-counter.ts';

const shop = trialCounter();
const namesFor = (text: string) =>
  after(shop, typed(text)).answer?.products.map((product) => product.id) ?? [];

test('SCREEN-1 hundreds of scans without a pause are all rung up, in the order they came', () => {
  const bySku = trialCounter({ repeatScans: 'newLine' });
  const codes = Array.from({ length: 200 }, (_, place) => (place % 3 === 0 ? '85123A' : 'CAN-001'));
  const state = after(bySku, codes.flatMap(scanned));
  expect(state.sale.lines.map((line) => line.sku)).toEqual(codes);
  expect(state.priced.totals.gross).toBe(200 * 250);
});

test('SCREEN-2 a code is looked up as it is, case included', () => {
  expect(basketOf(after(shop, scanned('85123A')))).toEqual(['1 mug']);
  expect(basketOf(after(shop, scanned('85123a')))).toEqual(['1 mug-set']);
  expect(basketOf(after(shop, scanned('2000000000015')))).toEqual(['1 mug']);
});

test('SCREEN-2 a code in another case is taken when it can mean one product only', () => {
  expect(basketOf(after(shop, scanned('can-001')))).toEqual(['1 candle']);
  expect(basketOf(after(shop, scanned(' CAN-001 ')))).toEqual(['1 candle']);
});

test('SCREEN-2 a code of several products asks which one is meant', () => {
  const state = after(shop, scanned('4006381333931'));
  expect(basketOf(state)).toEqual([]);
  expect(state.notice).toEqual({ is: 'severalHaveCode', code: '4006381333931' });
  expect(state.answer?.products.map((product) => product.id)).toEqual(['tea', 'tea-box']);
});

test('SCREEN-3 a code nobody knows sells nothing, is said as it was read, and the next scan starts afresh', () => {
  const missed = after(shop, [...scanned('CAN-001'), ...scanned('3*85123')]);
  expect(basketOf(missed)).toEqual(['1 candle']);
  expect(missed.notice).toEqual({ is: 'unknownCode', code: '85123' });
  expect(missed.cue.sound).toBe('unknown');
  const next = after(shop, scanned('85123A'), missed);
  expect(basketOf(next)).toEqual(['1 candle', '3 mug']);
  expect(next.notice).toBeNull();
});

test('SCREEN-3 a code that is the beginning of another never sells that one, however often Enter is pressed', () => {
  const state = after(shop, [...scanned('85123'), { is: 'enter' }, { is: 'enter' }]);
  expect(basketOf(state)).toEqual([]);
});

test.each(['12*85123A', '12×85123A', '12 x 85123A', '12 X 85123A', ' 12 * 85123A'])(
  'SCREEN-4 “%s” rings up twelve, and the next scan is one again',
  (text) => {
    expect(basketOf(after(shop, [...scanned(text), ...scanned('CAN-001')]))).toEqual(['12 mug', '1 candle']);
  },
);

test('SCREEN-4 a quantity stands as a chip of its own and can be taken away', () => {
  const state = after(shop, typed('12*'));
  expect(state.box).toMatchObject({ text: '', times: 12 });
  expect(after(shop, [{ is: 'delete' }], state).box.times).toBeNull();
  expect(after(shop, [{ is: 'forgetQuantity' }], state).box.times).toBeNull();
  expect(basketOf(after(shop, [{ is: 'pick', product: CANDLE }], state))).toEqual(['12 candle']);
});

test('SCREEN-5 words take the marked result with Enter, the first unless another was chosen', () => {
  expect(basketOf(after(shop, scanned('tall candle')))).toEqual(['1 candle']);
  expect(namesFor('enamel')).toEqual(['mug', 'mug-set']);
  const second = after(shop, [...typed('enamel'), { is: 'mark', by: 1 }, { is: 'enter' }]);
  expect(basketOf(second)).toEqual(['1 mug-set']);
});

test('SCREEN-5 a text with a digit takes a result only when it was chosen', () => {
  expect(basketOf(after(shop, [...typed('8512'), { is: 'enter' }]))).toEqual([]);
  expect(basketOf(after(shop, [...typed('8512'), { is: 'mark', by: 1 }, { is: 'enter' }]))).toEqual([
    '1 mug',
  ]);
});

test('SCREEN-5 the very code comes first among the results', () => {
  expect(namesFor('post')[0]).toBe('postage');
  expect(namesFor('85123a')[0]).toBe('mug-set');
});

test('SCREEN-7 weighed goods wait for their weight and open prices for their price, and nothing is rung up before', () => {
  const weighing = after(shop, scanned('BEANS'));
  expect(weighing.asking).toEqual({ is: 'weight', product: BEANS });
  expect(basketOf(weighing)).toEqual([]);
  const weighed = after(shop, [{ is: 'weighed', product: BEANS, quantity: quantity(250) }], weighing);
  expect(basketOf(weighed)).toEqual(['0.25 beans']);
  expect(weighed.asking).toBeNull();

  const asking = after(shop, scanned('2*WRAP'));
  expect(asking.asking).toEqual({ is: 'price', product: WRAP, quantity: quantity(2000) });
  const priced = after(
    shop,
    [{ is: 'priced', product: WRAP, quantity: quantity(2000), price: money(150) }],
    asking,
  );
  expect(priced.priced.totals.gross).toBe(300);
});

test('SCREEN-8 a removed line and an emptied basket come back as they were', () => {
  const full = after(shop, [...scanned('85123A'), ...scanned('2*CAN-001')]);
  const removed = after(shop, [{ is: 'change', command: { is: 'removeLine', line: 1 } }], full);
  expect(basketOf(removed)).toEqual(['2 candle']);
  expect(basketOf(after(shop, [{ is: 'undo' }], removed))).toEqual(basketOf(full));
  const emptied = after(shop, [{ is: 'empty', next: startSale('sale-2') }], full);
  expect(basketOf(emptied)).toEqual([]);
  expect(emptied.sale.sale).toBe('sale-2');
  const back = after(shop, [{ is: 'undo' }], emptied);
  expect(back.sale).toEqual(full.sale);
  expect(back.priced.totals).toEqual(full.priced.totals);
});

test('SCREEN-8 typing on does not take the undo away', () => {
  const emptied = after(shop, [
    ...scanned('85123A'),
    { is: 'empty', next: startSale('sale-2') },
    ...typed('can'),
  ]);
  expect(basketOf(after(shop, [{ is: 'undo' }], emptied))).toEqual(['1 mug']);
});

test('SCREEN-9 while goods come back without a receipt every scan is a returned line with its reason', () => {
  const returning = after(shop, [{ is: 'startReturning', reason: 'Faulty' }, ...scanned('2*85123A')]);
  expect(basketOf(returning)).toEqual(['-2 mug']);
  expect(returning.sale.lines[0]?.origin).toEqual({ is: 'returnedWithoutReceipt', reason: 'Faulty' });
  const stopped = after(shop, [{ is: 'stopReturning' }, ...scanned('85123A')], returning);
  expect(basketOf(stopped)).toEqual(['-2 mug', '1 mug']);
});

test('SCREEN-9 locking the till ends returning and forgets what was half typed, and keeps the basket', () => {
  const left = after(shop, [
    ...scanned('CAN-001'),
    { is: 'startReturning', reason: 'Faulty' },
    ...typed('5*851'),
    { is: 'leave' },
  ]);
  expect(left).toMatchObject({ returning: null, asking: null, box: { text: '', times: null } });
  expect(basketOf(left)).toEqual(['1 candle']);
});

test('SCREEN-10 what the shop refuses leaves everything as it was and says why', () => {
  const before = after(shop, scanned('85123A'));
  const state = after(shop, [{ is: 'pick', product: UNTAXED }], before);
  expect(state.sale).toBe(before.sale);
  expect(state.notice).toMatchObject({ is: 'refused', refusal: { code: 'no-tax-rate' } });
  expect(state.cue.sound).toBe('blocked');
});

test('SCREEN-18 a card number typed into the box is refused and not shown', () => {
  const state = after(shop, scanned('4111 1111 1111 1111'));
  expect(state.notice).toMatchObject({ is: 'refused', refusal: { code: 'number-looks-like-card' } });
  expect(state.box).toMatchObject({ text: '', missed: null });
});

test('LOCAL-4 SCREEN-10 when another window rang on, its basket is shown and said', () => {
  const theirs = after(shop, scanned('CAN-001')).sale;
  const state = after(shop, [...scanned('85123A'), { is: 'takeOver', sale: theirs }]);
  expect(basketOf(state)).toEqual(['1 candle']);
  expect(state.notice).toEqual({ is: 'changedElsewhere' });
});

test('SCREEN-11 a scanned receipt number leads to that receipt, not to a complaint', () => {
  const state = after(shop, scanned('A1-000042'));
  expect(state.notice).toEqual({ is: 'receiptNumber', receipt: 'A1-000042' });
  expect(after(shop, [{ is: 'noSuchReceipt', code: 'A1-000042' }], state).notice).toEqual({
    is: 'unknownCode',
    code: 'A1-000042',
  });
});

test('SCREEN-12 the line that changed is the one that is marked, also when a repeat scan raised an earlier one', () => {
  const state = after(shop, [...scanned('85123A'), ...scanned('CAN-001'), ...scanned('85123A')]);
  expect(basketOf(state)).toEqual(['2 mug', '1 candle']);
  expect(state.active).toBe(1);
});

test('SCREEN-12 tiles show favourites the shop still has', () => {
  expect(shop.index.favourites).toEqual([MUG]);
  expect(startTrial(shop).active).toBeNull();
});

const CIDER = trialProduct({ id: 'cider', sku: 'CIDER', minimumAge: 18 });
const GIN = trialProduct({ id: 'gin', sku: 'GIN', minimumAge: 21 });
const offLicence = trialCounter({}, [MUG, CIDER, GIN]);
const looked = (age: number): SellEvent => ({
  is: 'change',
  command: { is: 'checkAge', check: { age, how: 'looksOver' } },
});

test('SCREEN-45 SALE-21 goods with a minimum age ask at once, one check covers the sale, a higher age asks anew', () => {
  const asked = after(offLicence, [...scanned('85123A'), ...scanned('CIDER')]);
  expect(asked.asking).toEqual({ is: 'age', age: 18 });
  const checked = after(offLicence, [looked(18)], asked);
  expect(checked.asking).toBeNull();
  const more = after(offLicence, scanned('2*CIDER'), checked);
  expect(more.asking).toBeNull();
  expect(after(offLicence, scanned('GIN'), more).asking).toEqual({ is: 'age', age: 21 });
});

test('SCREEN-45 refusing takes the goods out and asks no more; taking them back asks again', () => {
  const asked = after(offLicence, [...scanned('85123A'), ...scanned('CIDER')]);
  const refused = after(offLicence, [{ is: 'change', command: { is: 'removeLine', line: 2 } }], asked);
  expect(basketOf(refused)).toEqual(['1 mug']);
  expect(refused.asking).toBeNull();
  expect(after(offLicence, [{ is: 'undo' }], refused).asking).toEqual({ is: 'age', age: 18 });
});

test('SCREEN-45 a basket with unchecked goods that comes back to the desk asks again', () => {
  const { sale } = after(offLicence, scanned('CIDER'));
  expect(after(offLicence, [{ is: 'takeOver', sale }]).asking).toEqual({ is: 'age', age: 18 });
});

const parkedOn = (day: string, open = after(shop, scanned('2*85123A')).sale): SellEvent => ({
  is: 'recall',
  parked: { sale: open.sale, name: 'Table 4', open, gross: money(500), day, parkedAt: 0, parkedBy: 'amara' },
});

test('SALE-22 SCREEN-47 a basket taken up the same day is as it was', () => {
  const { sale } = after(shop, scanned('2*85123A'));
  const state = after(shop, [parkedOn(shop.terms.day)]);
  expect(state.sale).toEqual(sale);
  expect(state.notice).toBeNull();
});

test('SCREEN-47 a basket taken up on another day costs what it costs that day, and says so', () => {
  const dearer = trialCounter({}, [
    { ...MUG, prices: [...MUG.prices, { from: shop.terms.day, price: money(300) }] },
  ]);
  const state = after(dearer, [parkedOn('2025-05-05')]);
  expect(state.priced.totals.gross).toBe(600);
  expect(state.notice).toEqual({ is: 'pricedAnew', day: '2025-05-05', was: 500 });
});

test('SCREEN-47 SALE-3 a typed price stays the price, and is compared with the catalogue of that day', () => {
  const dearer = trialCounter({}, [
    { ...MUG, prices: [...MUG.prices, { from: shop.terms.day, price: money(300) }] },
  ]);
  const typedPrice: SellEvent = { is: 'change', command: { is: 'setPrice', line: 1, price: money(199) } };
  const { sale } = after(shop, [...scanned('85123A'), typedPrice]);
  const [line] = after(dearer, [parkedOn('2025-05-05', sale)]).sale.lines;
  expect(line).toMatchObject({ unitPrice: 199, listPrice: 300, priceFrom: 'typed' });
});
