import { expect, test } from 'vitest';
import { chanceStream } from './chance-stream.ts';

test('SIM-2 ten thousand seeds are ten thousand different days', () => {
  const drawn = (seed: number): string => {
    const { fraction } = chanceStream(seed, 'plan');
    return [fraction(), fraction()].join(' ');
  };
  const days = new Set(Array.from({ length: 10_000 }, (_, seed) => drawn(seed + 1)));
  expect(days.size).toBe(10_000);
});

test('SIM-2 one concern draws apart from another, and the same again from the same seed', () => {
  const [link, disk, again] = [chanceStream(7, 'link'), chanceStream(7, 'disk'), chanceStream(7, 'link')];
  const first = link.fraction();
  expect(first).not.toBe(disk.fraction());
  expect(first).toBe(again.fraction());
});
