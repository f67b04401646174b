import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { stripRuns, type SeriesDay } from './strip-runs.ts';

const NO_TAIL = { onTablet: 0, unreadable: 0 };
const at = (number: number) => ({ number, inc: 'inc-1', no: number * 2 });
const unreadableAt = (no: number) => ({ till: 'till-1', inc: 'inc-1', no });

function day(numbers: readonly number[], more: Partial<SeriesDay> = {}): SeriesDay {
  return { series: 'A1', before: null, received: numbers.map(at), tail: NO_TAIL, ...more };
}

describe('RECO-2 every receipt number is in one of four states', () => {
  test('all received is one run', () => {
    expect(stripRuns(day([3, 1, 2]), [])).toEqual([
      { is: 'received', first: 'A1-000001', last: 'A1-000003', count: 3 },
    ]);
  });

  test('numbers go on from the day before', () => {
    expect(stripRuns(day([42, 43], { before: at(41) }), [])).toEqual([
      { is: 'received', first: 'A1-000042', last: 'A1-000043', count: 2 },
    ]);
  });

  test('what waits on the tablet comes last', () => {
    expect(stripRuns(day([1], { tail: { onTablet: 2, unreadable: 1 } }), [])).toEqual([
      { is: 'received', first: 'A1-000001', last: 'A1-000001', count: 1 },
      { is: 'unreadable', first: 'A1-000002', last: 'A1-000002', count: 1 },
      { is: 'onTablet', first: 'A1-000003', last: 'A1-000004', count: 2 },
    ]);
  });

  test('a day of which nothing has arrived yet shows only what waits', () => {
    expect(stripRuns(day([], { before: at(41), tail: { onTablet: 3, unreadable: 0 } }), [])).toEqual([
      { is: 'onTablet', first: 'A1-000042', last: 'A1-000044', count: 3 },
    ]);
  });

  test('a number that a fork brought twice is counted once', () => {
    expect(stripRuns(day([1, 2, 2, 3]), [])).toEqual([
      { is: 'received', first: 'A1-000001', last: 'A1-000003', count: 3 },
    ]);
  });
});

describe('RECO-3 F20 a missing number is unreadable where such a fact lies between its neighbours, otherwise lost', () => {
  test('lost', () => {
    expect(stripRuns(day([1, 4]), []).map(({ is, count }) => [is, count])).toEqual([
      ['received', 1],
      ['lost', 2],
      ['received', 1],
    ]);
  });

  test('unreadable, and never more than such facts', () => {
    expect(stripRuns(day([1, 4]), [unreadableAt(5)])).toEqual([
      { is: 'received', first: 'A1-000001', last: 'A1-000001', count: 1 },
      { is: 'unreadable', first: 'A1-000002', last: 'A1-000002', count: 1 },
      { is: 'lost', first: 'A1-000003', last: 'A1-000003', count: 1 },
      { is: 'received', first: 'A1-000004', last: 'A1-000004', count: 1 },
    ]);
  });

  test('an unreadable fact elsewhere explains nothing', () => {
    for (const fact of [unreadableAt(1), unreadableAt(9), { ...unreadableAt(5), inc: 'inc-2' }])
      expect(stripRuns(day([1, 4]), [fact])[1]).toMatchObject({ is: 'lost', count: 2 });
  });
});

test('RECO-2 the runs cover every number from the first to the last exactly once, in order', () => {
  const numbers = fc.uniqueArray(fc.integer({ min: 1, max: 60 }), { minLength: 1 });
  const facts = fc.array(fc.integer({ min: 1, max: 120 }));
  fc.assert(
    fc.property(numbers, facts, fc.nat(5), (received, unreadable, onTablet) => {
      const runs = stripRuns(
        day(received, { tail: { onTablet, unreadable: 0 } }),
        unreadable.map(unreadableAt),
      );
      const covered = runs.flatMap(({ first, count }) =>
        Array.from({ length: count }, (_, place) => Number(first.slice(3)) + place),
      );
      expect(covered).toEqual(
        Array.from({ length: Math.max(...received) + onTablet }, (_, place) => place + 1),
      );
      expect(runs.filter(({ is }) => is === 'received').reduce((sum, run) => sum + run.count, 0)).toBe(
        received.length,
      );
    }),
  );
});
