import { expect, test } from 'vitest';
import { sawFailure, sawSuccess, UNWATCHED, type LinkWatch, type Try } from './link-watch.ts';

/** A try at that second, lasting so many milliseconds. */
function tried(second: number, lastedMs = 100): Try {
  const began = second * 1_000;
  return {
    beganAt: 1_000_000 + began,
    beganMono: began,
    endedAt: 1_000_000 + began + lastedMs,
    endedMono: began + lastedMs,
  };
}

function after(...steps: readonly (readonly ['well' | 'badly', Try])[]) {
  let watch: LinkWatch = UNWATCHED;
  const changes = steps.map(([went, at]) => {
    const watched = went === 'well' ? sawSuccess(watch, at) : sawFailure(watch, at);
    watch = watched.watch;
    return watched.change;
  });
  return { watch, changes };
}

test('SYNC-14 P9 one or two failed tries say nothing', () => {
  const { watch, changes } = after(
    ['well', tried(0)],
    ['badly', tried(1)],
    ['badly', tried(2)],
    ['well', tried(3)],
  );
  expect(watch).toEqual({ is: 'up', lastContact: 1_003_100, failing: null });
  expect(changes).toEqual([null, null, null, null]);
});

test('SYNC-14 P9 the third failure in a row is an outage, since the first; its end names both', () => {
  const { watch, changes } = after(
    ['well', tried(0)],
    ['badly', tried(1)],
    ['badly', tried(2)],
    ['badly', tried(3)],
    ['badly', tried(4)],
    ['well', tried(60)],
  );
  expect(changes).toEqual([
    null,
    null,
    null,
    { is: 'noticed', since: 1_001_000 },
    null,
    { is: 'ended', since: 1_001_000, until: 1_060_100 },
  ]);
  expect(watch.is).toBe('up');
});

test('SYNC-14 P9 a single try that hung for ten seconds is an outage', () => {
  expect(after(['badly', tried(5, 10_000)]).watch).toEqual({
    is: 'down',
    since: 1_005_000,
    lastContact: null,
  });
  expect(after(['badly', tried(5, 9_000)]).watch.is).toBe('unknown');
});

test('SYNC-14 P9 failures ten seconds apart are an outage at the second', () => {
  const { watch } = after(['well', tried(0)], ['badly', tried(1)], ['badly', tried(12)]);
  expect(watch).toEqual({ is: 'down', since: 1_001_000, lastContact: 1_000_100 });
});
