import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  afterFailure,
  afterHalving,
  afterProbe,
  afterSuccess,
  DELAY_MS_MAX,
  FRESH_PACE,
  withoutDelay,
  type Pace,
} from './pace.ts';

const failed = (pace: Pace, times: number): Pace =>
  Array.from({ length: times }).reduce<Pace>((at) => afterFailure(at, 0, 0, 0.5), pace);

describe('SYNC-8 the circuit', () => {
  test('SYNC-8 opens at the third failure, tries one fact after a probe, then grows 1, 8, 64, 500', () => {
    expect(failed(FRESH_PACE, 2).circuit).toBe('closed');
    const open = failed(FRESH_PACE, 3);
    expect(open.circuit).toBe('open');
    const batches: number[] = [];
    let pace = afterProbe(open, 0);
    for (let round = 0; round < 5; round += 1) {
      batches.push(pace.batch);
      pace = afterSuccess(pace, 0, 0);
    }
    expect(batches).toEqual([1, 8, 64, 500, 500]);
    expect(pace).toMatchObject({ circuit: 'closed', failures: 0 });
  });

  test('SYNC-8 a server whose probe works and whose push fails is asked ever more rarely', () => {
    let pace = failed(FRESH_PACE, 3);
    const delays: number[] = [];
    for (let round = 0; round < 8; round += 1) {
      pace = afterFailure(afterProbe(pace, 0), 0, 0, 0.99);
      expect(pace.circuit).toBe('open');
      delays.push(pace.retryAt);
    }
    expect(delays.at(-1)).toBeGreaterThan(50_000);
    expect(delays).toEqual([...delays].sort((a, b) => a - b));
  });
});

describe('SYNC-9 delays', () => {
  test('SYNC-9 are above zero, at most a minute, and never below what the server asked for up to five', () => {
    const step = fc.record({
      asked: fc.integer({ min: 0, max: 90_000_000 }),
      fraction: fc.double({ min: 0, max: 0.999, noNaN: true }),
    });
    fc.assert(
      fc.property(fc.array(step, { minLength: 1, maxLength: 30 }), (steps) => {
        let pace = FRESH_PACE;
        for (const { asked, fraction } of steps) {
          pace = afterFailure(pace, 1_000, asked, fraction);
          const delay = pace.retryAt - 1_000;
          expect(delay).toBeGreaterThan(0);
          expect(delay).toBeGreaterThanOrEqual(Math.min(asked, 300_000));
          expect(delay).toBeLessThanOrEqual(Math.max(DELAY_MS_MAX, Math.min(asked, 300_000)));
        }
      }),
    );
  });

  test('SYNC-9 a person who asks does not wait', () => {
    expect(withoutDelay(failed(FRESH_PACE, 9), 0).retryAt).toBe(0);
  });
});

test('SYNC-7 halving ends at one fact, and that is a failure', () => {
  expect(afterHalving(FRESH_PACE, 500)?.batch).toBe(250);
  expect(afterHalving(FRESH_PACE, 3)?.batch).toBe(1);
  expect(afterHalving(FRESH_PACE, 1)).toBeNull();
});
