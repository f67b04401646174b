import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { openPatiently, type OpeningState } from './open-patiently.ts';

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

const FIVE_SECONDS_MS = 5_000;

interface Opening {
  readonly resolve: (db: { readonly name: string }) => void;
  readonly reject: (error: Error) => void;
}

function begin() {
  const openings: Opening[] = [];
  const shown: OpeningState[] = [];
  const opened = openPatiently(
    () => new Promise<{ readonly name: string }>((resolve, reject) => openings.push({ resolve, reject })),
    (state) => shown.push(state),
  );
  const retry = () => {
    const last = shown.at(-1);
    if (last?.is === 'databaseStuck') last.retry();
  };
  return { openings, shown, opened, retry };
}

test('LOCAL-31 F08 S an opening that never settles is said within five seconds, and can be tried again', async () => {
  const { openings, shown, opened, retry } = begin();
  await vi.advanceTimersByTimeAsync(FIVE_SECONDS_MS - 1);
  expect(shown).toEqual([]);
  await vi.advanceTimersByTimeAsync(1);
  expect(shown.map(({ is }) => is)).toEqual(['databaseStuck']);
  retry();
  await vi.advanceTimersByTimeAsync(0);
  expect(openings).toHaveLength(2);
  openings[1]?.resolve({ name: 'second' });
  expect(await opened).toEqual({ name: 'second' });
});

test('LOCAL-31 F08 S an opening that settles late, without anyone doing anything, is used', async () => {
  const { openings, shown, opened } = begin();
  await vi.advanceTimersByTimeAsync(FIVE_SECONDS_MS);
  openings[0]?.resolve({ name: 'late' });
  expect(await opened).toEqual({ name: 'late' });
  expect(shown.map(({ is }) => is)).toEqual(['databaseStuck', 'starting']);
});

test('LOCAL-31 F05 S an opening that is refused says what the browser said', async () => {
  const { openings, shown } = begin();
  openings[0]?.reject(new RangeError('no space'));
  await vi.advanceTimersByTimeAsync(0);
  expect(shown).toMatchObject([{ is: 'databaseStuck', detail: 'RangeError: no space' }]);
});
