import { expect, test } from 'vitest';
import { DRILL_MINUTES, drillTimeLeft } from './drill.ts';

const NOW = 1_750_000_000_000;
const longest = Math.max(...DRILL_MINUTES) * 60_000;

test.each([
  ['its time is not over', NOW + longest, longest],
  ['its time is over', NOW, 0],
  ['the tablet slept through its end', NOW - 3_600_000, 0],
  ['a clock was set back meanwhile', NOW + longest + 1, 0],
])('DRILL-23 a drill whose end is known: %s', (_, until, left) => {
  expect(drillTimeLeft(until, NOW)).toBe(left);
});
