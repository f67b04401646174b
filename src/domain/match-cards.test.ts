import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { money } from './money.ts';
import {
  CARD_APART_MS_MAX,
  matchCards,
  type AcquirerRow,
  type CardMatch,
  type CardSale,
} from './match-cards.ts';

const NOON = Date.UTC(2025, 4, 6, 11);
const SECOND = 1000;
const MINUTE = 60 * SECOND;

function sale(id: string, afterMs: number, changes: Partial<CardSale> = {}): CardSale {
  return { id, at: NOON + afterMs, amount: money(1854), code: null, till: 'till-1', ...changes };
}

function row(id: string, afterMs: number, changes: Partial<AcquirerRow> = {}): AcquirerRow {
  return { id, at: NOON + afterMs, amount: money(1854), code: null, terminal: null, ...changes };
}

function told({ matched, interchangeable, rowsWithoutSale, salesWithoutRow }: CardMatch) {
  const ids = (items: readonly { readonly id: string }[]) => items.map(({ id }) => id);
  return {
    matched: matched.map((pair) => `${pair.sale.id}=${pair.row.id}`),
    interchangeable: interchangeable.map((group) => group.map((pair) => `${pair.sale.id}=${pair.row.id}`)),
    rows: ids(rowsWithoutSale),
    sales: ids(salesWithoutRow),
  };
}

const none = { matched: [], interchangeable: [], rows: [], sales: [] };

describe('RECO-90 a card payment is held against what the acquirer has', () => {
  test('by its exact amount, and a minute that clocks can be apart', () => {
    const sales = [sale('a', 0), sale('b', 0, { amount: money(1855) })];
    const rows = [row('x', 2 * MINUTE), row('y', 0, { amount: money(1856) })];
    expect(told(matchCards(sales, rows))).toEqual({ ...none, matched: ['a=x'], rows: ['y'], sales: ['b'] });
    const late = [row('x', CARD_APART_MS_MAX + 1)];
    expect(told(matchCards([sale('a', 0)], late))).toEqual({ ...none, sales: ['a'], rows: ['x'] });
  });

  test('a refund is no sale of the same amount', () => {
    const given = [row('x', 0, { amount: money(-1854) })];
    expect(told(matchCards([sale('a', 0)], given))).toEqual({ ...none, sales: ['a'], rows: ['x'] });
  });

  test('by its code, where several are equal', () => {
    const sales = [sale('a', 0, { code: 'A1' }), sale('b', 10 * SECOND, { code: 'B2' })];
    const rows = [row('x', 0, { code: 'B2' }), row('y', 10 * SECOND, { code: 'A1' })];
    expect(told(matchCards(sales, rows))).toEqual({ ...none, matched: ['a=y', 'b=x'] });
  });

  test('another code is another payment', () => {
    const other = [row('x', 0, { code: 'B2' })];
    expect(told(matchCards([sale('a', 0, { code: 'A1' })], other))).toEqual({
      ...none,
      sales: ['a'],
      rows: ['x'],
    });
  });

  test('as many as there can be, and of those the closest', () => {
    const slow = [row('x', 4 * MINUTE), row('y', 8 * MINUTE)];
    expect(told(matchCards([sale('a', 0), sale('b', 4 * MINUTE)], slow)).matched).toEqual(['a=x', 'b=y']);
    expect(told(matchCards([sale('a', 0), sale('b', 3 * MINUTE)], [row('x', 3 * MINUTE)]))).toEqual({
      ...none,
      matched: ['b=x'],
      sales: ['a'],
    });
  });
});

describe('RECO-91 equal amounts within a minute', () => {
  test('are interchangeable, and never said to be each other', () => {
    const sales = [sale('a', 0), sale('b', 40 * SECOND)];
    const rows = [row('x', 10 * SECOND), row('y', 50 * SECOND)];
    expect(told(matchCards(sales, rows))).toEqual({ ...none, interchangeable: [['a=x', 'b=y']] });
  });

  test('are told apart by the card terminals, once it is known which stands at which till', () => {
    const sure = [1, 2].flatMap((number) => {
      const own = { amount: money(number) };
      return [
        {
          sale: sale(`a${String(number)}`, 0, own),
          row: row(`x${String(number)}`, 0, { ...own, terminal: 'T1' }),
        },
        {
          sale: sale(`b${String(number)}`, 0, { amount: money(number + 10), till: 'till-2' }),
          row: row(`y${String(number)}`, 0, { amount: money(number + 10), terminal: 'T2' }),
        },
      ];
    });
    const sales = [sale('a', 0), sale('b', 20 * SECOND, { till: 'till-2' })];
    const rows = [row('x', 30 * SECOND, { terminal: 'T1' }), row('y', 60 * SECOND, { terminal: 'T2' })];
    const found = matchCards(
      [...sure.map((pair) => pair.sale), ...sales],
      [...sure.map((pair) => pair.row), ...rows],
    );
    expect(found.interchangeable).toEqual([]);
    expect(told(found).matched).toEqual(expect.arrayContaining(['a=x', 'b=y']));
  });

  test('further apart they are told apart by time', () => {
    const sales = [sale('a', 0), sale('b', 2 * MINUTE)];
    const rows = [row('x', 10 * SECOND), row('y', 2 * MINUTE)];
    expect(told(matchCards(sales, rows))).toEqual({ ...none, matched: ['a=x', 'b=y'] });
  });
});

describe('RECO-90 nothing is lost or counted twice', () => {
  const taken = {
    amount: fc.constantFrom(...[250, 340, -340].map(money)),
    at: fc.integer({ min: 0, max: 40 }).map((steps) => NOON + steps * 20 * SECOND),
    code: fc.constantFrom(null, 'A1', 'B2'),
  };
  const numbered = <Item>(items: readonly Item[]) =>
    items.map((item, place) => ({ ...item, id: String(place) }));
  const sales = fc.array(fc.record({ ...taken, till: fc.constantFrom('till-1', 'till-2') }), {
    maxLength: 25,
  });
  const rows = fc.array(fc.record({ ...taken, terminal: fc.constantFrom(null, 'T1', 'T2') }), {
    maxLength: 25,
  });

  test('whatever there is: what was matched and what is left are all, pairs are of one amount, and sums add up', () => {
    fc.assert(
      fc.property(sales.map(numbered), rows.map(numbered), (rung, had) => {
        const { matched, interchangeable, rowsWithoutSale, salesWithoutRow } = matchCards(rung, had);
        const pairs = [...matched, ...interchangeable.flat()];
        const ids = (items: readonly { readonly id: string }[]) => items.map(({ id }) => id).sort();
        expect(ids([...pairs.map((pair) => pair.sale), ...salesWithoutRow])).toEqual(ids(rung));
        expect(ids([...pairs.map((pair) => pair.row), ...rowsWithoutSale])).toEqual(ids(had));
        for (const pair of pairs) {
          expect(pair.row.amount).toBe(pair.sale.amount);
          expect(Math.abs(pair.row.at - pair.sale.at)).toBeLessThanOrEqual(CARD_APART_MS_MAX);
        }
        const sum = (items: readonly { readonly amount: number }[]) =>
          items.reduce((all, { amount }) => all + amount, 0);
        expect(sum(rung) - sum(salesWithoutRow)).toBe(sum(had) - sum(rowsWithoutSale));
      }),
    );
  });
});
