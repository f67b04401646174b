import { describe, expect, test } from 'vitest';
import { drawerKey, OWN_DRAWER, shareOf, type Drawer } from './drawer.ts';
import { money } from './money.ts';
import { reconcileDrawer, type DrawerShift } from './reconcile-drawer.ts';

const FRONT: Drawer = {
  id: 'front',
  name: 'Front',
  tills: [
    { till: 'till-1', name: 'Till 1' },
    { till: 'till-2', name: 'Till 2' },
  ],
  countedAt: 'till-1',
};
const HOUR = 3_600_000;
const counting: DrawerShift = {
  till: 'till-1',
  opened: { float: money(15_000), shared: { is: 'countedHere', others: ['till-2'] } },
  openedAt: 8 * HOUR,
  closedAt: 18 * HOUR,
  expectedCash: money(40_000),
  countedCash: money(51_800),
};
const other: DrawerShift = {
  till: 'till-2',
  opened: { float: money(0), shared: { is: 'countedAt', till: 'till-1', others: ['till-1'] } },
  openedAt: 9 * HOUR,
  closedAt: 17 * HOUR,
  expectedCash: money(12_000),
  countedCash: null,
};
const reconcile = (shifts: readonly DrawerShift[], heard: readonly string[] = []) =>
  reconcileDrawer({ shifts, heard: new Set(heard) });

describe('RECO-70 a drawer’s day is the cash of all its tills against what was counted', () => {
  test('RECO-70 once all of it is here', () => {
    expect(reconcile([counting, other])).toEqual({
      tills: ['till-1', 'till-2'],
      float: 15_000,
      expectedCash: 52_000,
      countedCash: 51_800,
      difference: -200,
      waitsFor: [],
      doubt: null,
    });
  });

  test('RECO-70 until a till has closed it names no difference, and says which it waits for', () => {
    const open = { ...other, closedAt: null };
    expect(reconcile([counting, open])).toMatchObject({ difference: null, waitsFor: ['till-2'] });
    expect(reconcile([{ ...counting, closedAt: null, countedCash: null }, other])).toMatchObject({
      countedCash: null,
      difference: null,
      waitsFor: ['till-1'],
    });
  });

  test('RECO-70 a till that may have sold all day without being heard of is waited for; one that was heard of is not', () => {
    expect(reconcile([counting])).toMatchObject({ difference: null, waitsFor: ['till-2'] });
    expect(reconcile([counting], ['till-2'])).toMatchObject({ difference: 11_800, waitsFor: [] });
  });

  test('RECO-70 two shifts of one till, one after the other, add up', () => {
    const evening = { ...counting, openedAt: 18 * HOUR, closedAt: 22 * HOUR, expectedCash: money(20_000) };
    const late = { ...evening, countedCash: money(20_000) };
    expect(reconcile([counting, other, late])).toMatchObject({ difference: -200, doubt: null });
  });
});

describe('RECO-71 what no one count can settle is said', () => {
  test('RECO-71 nobody counted', () => {
    expect(reconcile([other], ['till-1'])).toMatchObject({ difference: null, doubt: 'noCount' });
  });

  test('RECO-71 two tills had the one float at once', () => {
    const alsoCounting = { ...counting, till: 'till-2', openedAt: 9 * HOUR };
    expect(reconcile([counting, alsoCounting])).toMatchObject({ difference: null, doubt: 'twoCounts' });
  });

  test('RECO-71 a till that closed after the count may have put more into it', () => {
    const late = { ...other, closedAt: 19 * HOUR };
    expect(reconcile([counting, late])).toMatchObject({ difference: -200, doubt: 'early' });
  });
});

test('SHIFT-40 one till of a drawer has the float and counts, the others say where that is; alone it shares nothing', () => {
  expect(shareOf(FRONT, 'till-1')).toEqual({ is: 'countedHere', others: ['till-2'] });
  expect(shareOf(FRONT, 'till-2')).toEqual({ is: 'countedAt', till: 'till-1', others: ['till-1'] });
  expect(shareOf({ ...FRONT, tills: FRONT.tills.slice(0, 1) }, 'till-1')).toBeNull();
});

test('RECO-73 tills that were told of no drawer each have one of their own', () => {
  expect(drawerKey('till-1', OWN_DRAWER)).not.toBe(drawerKey('till-2', OWN_DRAWER));
  expect(drawerKey('till-1', 'front')).toBe(drawerKey('till-2', 'front'));
});
