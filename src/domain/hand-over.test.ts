import { expect, test } from 'vitest';
import { accepted, trialShift } from '../testing/trial-shop.ts';
import { closeShift, closeUncounted } from './close-shift.ts';
import { handDrawerOver, heldStretches, holderOf } from './hand-over.ts';
import { money } from './money.ts';
import { moveCash } from './cash-move.ts';
import { openShift } from './open-shift.ts';
import { addToShift, NO_SHIFT_TOTALS } from './shift-totals.ts';

const shift = trialShift();
const counted = [{ value: money(5_000), count: 3 }];
const shared = { is: 'countedAt', till: 'till-1', others: ['till-1'] } as const;
const toBen = { handOver: 'hand-1', from: 'amara', to: 'ben' };

test('SHIFT-43 a hand-over states who had the drawer, who has it, and what was counted and expected', () => {
  const { body } = accepted(handDrawerOver(shift, { ...toBen, denominations: counted }));
  expect(body).toEqual({
    ...{ handOver: 'hand-1', shift: 'shift-1', from: 'amara', to: 'ben', expectedCash: 15_000 },
    count: { denominations: counted, counted: 15_000 },
  });
  expect(handDrawerOver(shift, { ...toBen, to: 'amara', denominations: null })).toMatchObject({
    code: 'same-person',
  });
});

test('SHIFT-43 a shared drawer is handed over uncounted: no till knows what should be in it', () => {
  const sharing = { ...shift, shared };
  expect(handDrawerOver(sharing, { ...toBen, denominations: counted })).toMatchObject({
    code: 'drawer-shared',
  });
  const { body } = accepted(handDrawerOver(sharing, { ...toBen, denominations: null }));
  expect(body).not.toHaveProperty('count');
});

test('SHIFT-44 what is over or short belongs to who had the drawer since the count before, and adds up to the close', () => {
  const handOvers = [
    { to: 'ben', expectedCash: money(20_000), count: { denominations: [], counted: money(19_800) } },
    { to: 'cleo', expectedCash: money(22_000) },
    { to: 'dan', expectedCash: money(25_000), count: { denominations: [], counted: money(24_900) } },
  ];
  const close = { countedCash: money(29_500), expectedCash: money(30_000) };
  const held = heldStretches('amara', handOvers, close);
  expect(held).toEqual([
    { holders: ['amara'], difference: -200 },
    { holders: ['ben', 'cleo'], difference: 100 },
    { holders: ['dan'], difference: -400 },
  ]);
  expect(held.reduce((sum, { difference }) => sum + difference, 0)).toBe(-500);
  expect(heldStretches('amara', handOvers, null)).toEqual(held.slice(0, 2));
  expect(holderOf('amara', handOvers)).toBe('dan');
  expect(holderOf('amara', [])).toBe('amara');
});

test('SHIFT-40 a till whose drawer another one counts has no float, and closes with nobody’s finding', () => {
  const asked = { ...trialShift(), float: money(0), shared };
  expect(openShift(null, { ...asked, float: money(1) })).toMatchObject({ code: 'counted-elsewhere' });
  const opened = accepted(openShift(null, asked));
  expect(opened.body).toMatchObject({ float: 0, shared });
  const sold = { ...opened.shift, totals: { ...NO_SHIFT_TOTALS, cash: money(1_250) } };
  expect(closeShift(sold, money(1_250), money(0))).toMatchObject({ code: 'counted-elsewhere' });
  expect(accepted(closeUncounted(sold, { cardTerminal: money(0) })).body).toMatchObject({
    ...{ expectedCash: 1_250, countedCash: 1_250, difference: 0, keptFloat: 1_250, banked: 0 },
    ...{ countedAt: 'till-1', cardTerminal: 0, cardDifference: 0 },
  });
  expect(closeUncounted(shift)).toMatchObject({ code: 'count-missing' });
  expect(closeUncounted(null)).toMatchObject({ code: 'shift-not-open' });
});

test('SHIFT-41 from a shared drawer more may leave than this till took itself', () => {
  const out = { move: 'move-1', is: 'out', amount: money(20_000), reason: 'Supplier' } as const;
  expect(moveCash({ ...shift, shared }, out)).toMatchObject({ is: 'moved' });
  expect(moveCash(shift, out)).toMatchObject({ code: 'more-than-in-drawer' });
});

test('SHIFT-46 a close states what had not reached head office, and nothing where all had', () => {
  const unsent = { sales: 3, value: money(1_200) };
  expect(accepted(closeShift(shift, money(15_000), money(15_000), { unsent })).body).toMatchObject({
    unsent,
  });
  const none = { unsent: { sales: 0, value: money(0) } };
  expect(accepted(closeShift(shift, money(15_000), money(15_000), none)).body).not.toHaveProperty('unsent');
});

test('SHIFT-45 what each clerk rang adds up to the shift', () => {
  const totals = { net: money(100), tax: money(20), gross: money(120), byRate: [] };
  const sums = { totals, tenders: [], cashRounding: money(0) };
  const rung = [
    { staff: 'amara', kind: 'saleCompleted' },
    { staff: 'ben', kind: 'saleCompleted' },
    { staff: 'amara', kind: 'refundGiven' },
  ] as const;
  const { byClerk, ...all } = rung.reduce(
    (sum, { staff, kind }) => addToShift(sum, sums, kind, staff),
    NO_SHIFT_TOTALS,
  );
  expect(byClerk).toEqual([
    { staff: 'amara', sales: 1, refunds: 1, gross: 240, discounts: 0 },
    { staff: 'ben', sales: 1, refunds: 0, gross: 120, discounts: 0 },
  ]);
  expect(all).toMatchObject({ sales: 2, refunds: 1, gross: 360 });
});
