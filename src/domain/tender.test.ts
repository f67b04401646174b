import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { TRIAL_POLICY } from '../testing/trial-shop.ts';
import { cashSums } from './cash-sums.ts';
import { addMoney, money, type Money } from './money.ts';
import { isRefusal } from './refusal.ts';
import { NOTHING_TAXED } from './sale-totals.ts';
import type { Currency } from './shop-policy.ts';
import { cardTender, cashTender, dueOf, roundCash } from './tender.ts';

const sterling = TRIAL_POLICY.currency;
const inSteps = (cashStep: number): Currency => ({ ...sterling, cashStep });
const dueFrom = (gross: number) => dueOf({ ...NOTHING_TAXED, gross: money(gross), byRate: [] }, []);

describe('cash', () => {
  test('TEND-1 change is what was handed over less what is due', () => {
    expect(cashTender(money(2854), money(3000), sterling)).toEqual({
      tender: { is: 'cash', amount: 2854, handed: 3000, change: 146 },
      rounding: 0,
    });
  });

  test('TEND-1 TEND-2 whatever is handed over, it adds up', () => {
    const cases = fc.record({
      due: fc.integer({ min: -1_000_000, max: 1_000_000 }).filter((due) => due !== 0),
      handed: fc.integer({ min: 0, max: 2_000_000 }),
      step: fc.constantFrom(1, 5, 10, 50, 100),
    });
    fc.assert(
      fc.property(cases, ({ due, handed, step }) => {
        const taken = cashTender(money(due), money(handed), inSteps(step));
        if (isRefusal(taken))
          return taken.code === 'change-impossible' || (taken.code === 'amount-zero' && handed === 0);
        const { tender, rounding } = taken;
        if (tender.is !== 'cash') return false;
        expect(tender.amount).toBe(tender.handed - tender.change);
        expect([tender.amount % step, tender.change % step].map(Math.abs)).toEqual([0, 0]);
        expect(Math.abs(rounding) * 2).toBeLessThanOrEqual(step);
        const isSettled = due < 0 || handed >= roundCash(money(due), inSteps(step));
        expect(tender.amount).toBe(isSettled ? due + rounding : handed);
        return true;
      }),
    );
  });

  test('TEND-2 cash is rounded half away from zero, both ways alike', () => {
    const francs = inSteps(5);
    expect([1572, 1573, -1572, -1573].map((sum) => roundCash(money(sum), francs))).toEqual([
      1570, 1575, -1570, -1575,
    ]);
    expect([5, -5].map((sum) => roundCash(money(sum), inSteps(10)))).toEqual([10, -10]);
    expect(cashTender(money(1572), money(2000), francs)).toEqual({
      tender: { is: 'cash', amount: 1570, handed: 2000, change: 430 },
      rounding: -2,
    });
  });

  test('TEND-2 a sum that rounds to nothing is settled by handing over nothing', () => {
    expect(cashTender(money(2), money(0), inSteps(5))).toEqual({
      tender: { is: 'cash', amount: 0, handed: 0, change: 0 },
      rounding: -2,
    });
  });

  test('TEND-2 what coins cannot make is not cash', () => {
    expect(cashTender(money(1570), money(2001), inSteps(5))).toEqual({
      is: 'refused',
      code: 'change-impossible',
      cashStep: 5,
    });
  });

  test('TEND-3 less than what is due is a part payment, without change or rounding', () => {
    expect(cashTender(money(2854), money(1000), sterling)).toEqual({
      tender: { is: 'cash', amount: 1000, handed: 1000, change: 0 },
      rounding: 0,
    });
    expect(cashTender(money(2854), money(0), sterling)).toEqual({ is: 'refused', code: 'amount-zero' });
    expect(cashTender(money(2854), money(-5), sterling)).toMatchObject({ code: 'amount-below-zero' });
    expect(cashTender(money(2854), money(10 ** 12), sterling)).toMatchObject({ code: 'amount-too-large' });
  });

  test('TEND-6 cash given back is change alone', () => {
    expect(cashTender(money(-220), money(0), sterling)).toEqual({
      tender: { is: 'cash', amount: -220, handed: 0, change: 220 },
      rounding: 0,
    });
    expect(cashTender(money(0), money(0), sterling)).toEqual({ is: 'refused', code: 'nothing-due' });
  });
});

describe('card', () => {
  test('TEND-4 takes up to what is due', () => {
    expect(cardTender(money(2854), money(2854))).toEqual({ is: 'card', amount: 2854 });
    expect(cardTender(money(2854), money(1000))).toEqual({ is: 'card', amount: 1000 });
    expect(cardTender(money(2854), money(2855))).toEqual({ is: 'refused', code: 'card-over', due: 2854 });
    expect(cardTender(money(2854), money(-1))).toMatchObject({ code: 'card-over' });
    expect(cardTender(money(2854), money(0))).toMatchObject({ code: 'amount-zero' });
    expect(cardTender(money(0), money(1))).toMatchObject({ code: 'nothing-due' });
  });

  test('TEND-4 gives back up to what is to be given back', () => {
    expect(cardTender(money(-500), money(-500))).toEqual({ is: 'card', amount: -500 });
    expect(cardTender(money(-500), money(-501))).toMatchObject({ code: 'card-over' });
    expect(cardTender(money(-500), money(500))).toMatchObject({ code: 'card-over' });
  });
});

describe('due and sums', () => {
  test('TEND-3 what is due falls with each tender and the rounding of cash', () => {
    const totals = { ...NOTHING_TAXED, gross: money(1572), byRate: [] };
    const card = { is: 'card', amount: money(572) } as const;
    const cash = { is: 'cash', amount: money(1000), handed: money(1000), change: money(0) } as const;
    expect(dueFrom(1572)).toBe(1572);
    expect(dueOf(totals, [card])).toBe(1000);
    expect(dueOf(totals, [card, cash])).toBe(0);
    expect(dueOf(totals, [{ ...cash, amount: money(1570) }], money(-2))).toBe(0);
  });

  test('TEND-5 the sums people really hand over', () => {
    const sums = (due: number) => cashSums(money(due), sterling);
    expect(sums(2854)).toEqual([2854, 3000, 4000, 5000]);
    expect(sums(1240)).toEqual([1240, 1500, 2000, 5000]);
    expect(sums(320)).toEqual([320, 400, 500, 1000]);
    expect(sums(2000)).toEqual([2000, 5000]);
    expect(sums(26_000)).toEqual([26_000, 30_000]);
    expect(sums(0)).toEqual([]);
    expect(cashSums(money(2), inSteps(5))).toEqual([0]);
    expect(sums(-500)).toEqual([]);
  });

  test('TEND-5 every sum offered settles what is due, the first exactly', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 500_000 }), fc.constantFrom(1, 5, 10), (due, step) => {
        const currency = inSteps(step);
        const changes = cashSums(money(due), currency).map((sum) =>
          changeOf(cashTender(money(due), sum, currency)),
        );
        expect(changes.every((change) => change >= 0)).toBe(true);
        expect(changes.slice(0, 1).every((change) => change === 0)).toBe(true);
        expect(changes).toEqual([...changes].sort((one, other) => one - other));
      }),
    );
  });
});

function changeOf(taken: ReturnType<typeof cashTender>): Money {
  if (isRefusal(taken) || taken.tender.is !== 'cash') return money(-1);
  return addMoney(taken.tender.change);
}
