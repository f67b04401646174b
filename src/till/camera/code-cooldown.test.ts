import { expect, test } from 'vitest';
import { OUT_OF_SIGHT_MS, see, type Sightings } from './code-cooldown.ts';

const replay = (sights: readonly (readonly [string, number])[]) => {
  let sightings: Sightings = new Map();
  return sights.map(([code, at]) => {
    const seen = see(sightings, code, at);
    sightings = seen.sightings;
    return seen.counts;
  });
};

test('SCREEN-31 a code held before the camera counts once, however long it is held', () => {
  const held = Array.from({ length: 50 }, (_, frame) => ['5000112548167', frame * 120] as const);
  expect(replay(held).filter(Boolean)).toHaveLength(1);
});

test('SCREEN-31 it counts again once it was out of sight, and another code counts at once', () => {
  const sights = [
    ['a', 0],
    ['b', 100],
    ['a', 200],
    ['a', 200 + OUT_OF_SIGHT_MS],
  ] as const;
  expect(replay(sights)).toEqual([true, true, false, true]);
});
