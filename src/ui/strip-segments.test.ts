import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  STRIP_PIECES_MAX,
  STRIP_STATES,
  stripCounts,
  stripPieces,
  type StripSegment,
} from './strip-segments.ts';

test('P7 neighbours in the same state are one piece, and empty ones none', () => {
  expect(
    stripPieces([
      { is: 'received', count: 40 },
      { is: 'received', count: 7 },
      { is: 'here', count: 0 },
      { is: 'lost', count: 1 },
      { is: 'received', count: 30 },
    ]),
  ).toEqual([
    { is: 'received', count: 47 },
    { is: 'lost', count: 1 },
    { is: 'received', count: 30 },
  ]);
});

const segments = fc.array(
  fc.record({ is: fc.constantFrom(...STRIP_STATES), count: fc.integer({ min: 0, max: 500 }) }),
  {
    maxLength: 200,
  },
);

test('P7 however many holes there are, the gravest state is in the drawing and no width is made up', () => {
  fc.assert(
    fc.property(segments, (all) => {
      const pieces = stripPieces(all);
      expect(pieces.length).toBeLessThanOrEqual(STRIP_PIECES_MAX);
      expect(gravest(pieces)).toBe(gravest(all.filter((segment) => segment.count > 0)));
      expect(sum(pieces)).toBeCloseTo(sum(all));
    }),
  );
});

test('P7 one lost number among thousands of alternating ones is still drawn as lost', () => {
  const alternating = Array.from({ length: 2000 }, (_, place): StripSegment => {
    if (place === 777) return { is: 'lost', count: 1 };
    return { is: place % 2 === 0 ? 'received' : 'here', count: 1 };
  });
  expect(stripPieces(alternating).filter((piece) => piece.is === 'lost')).toHaveLength(1);
  expect(stripCounts(alternating)).toEqual({ received: 1000, here: 999, unreadable: 0, lost: 1 });
});

function gravest(all: readonly StripSegment[]): number {
  return Math.max(-1, ...all.map((segment) => STRIP_STATES.indexOf(segment.is)));
}

function sum(all: readonly StripSegment[]): number {
  return all.reduce((total, segment) => total + segment.count, 0);
}
