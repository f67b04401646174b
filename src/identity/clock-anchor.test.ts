import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { AHEAD_MS_MAX, hearServer, startClock, tellTime, type TillClock } from './clock-anchor.ts';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const YEAR_MS = 365 * 24 * HOUR_MS;
/** The server says June 2011, the tablet's own clock is years ahead of it and stays so. */
const server = Date.UTC(2011, 5, 8, 9);
const wall = Date.UTC(2024, 0, 1);

/** Reads the clock once a minute, and says what it told last. */
function awake(clock: TillClock, minutes: number) {
  let told = tellTime(clock, clock.seen);
  for (let minute = 0; minute < minutes; minute += 1) {
    const { wall: before, mono } = told.clock.seen;
    told = tellTime(told.clock, { wall: before + MINUTE_MS, mono: mono + MINUTE_MS });
  }
  return told;
}

function jump(clock: TillClock, byMs: number) {
  return tellTime(clock, { wall: clock.seen.wall + byMs + 1_000, mono: clock.seen.mono + 1_000 });
}

describe('in touch', () => {
  test('IDEN-27 the till goes by sealed server time, carried on by the monotonic clock', () => {
    const told = awake(hearServer({ wall, mono: 5_000 }, server), 90);
    expect(told).toMatchObject({
      anchored: server + 90 * MINUTE_MS,
      likely: server + 90 * MINUTE_MS,
      jumpMs: null,
    });
    expect(told.clock.doubt).toBeNull();
  });

  test('IDEN-27 a server that corrects the till is believed in either direction', () => {
    const clock = awake(hearServer({ wall, mono: 0 }, server), 10).clock;
    const told = tellTime(hearServer(clock.seen, server - HOUR_MS), clock.seen);
    expect(told.anchored).toBe(server - HOUR_MS);
  });
});

describe('the tablet clock jumps', () => {
  test.each([-YEAR_MS, -HOUR_MS, HOUR_MS, YEAR_MS, -wall])(
    'IDEN-28 F35 a jump of %d ms moves no anchor and is told once',
    (byMs) => {
      const clock = hearServer({ wall, mono: 0 }, server);
      const told = jump(clock, byMs);
      expect(told.jumpMs).toBe(byMs);
      expect(told.anchored).toBe(server + 1_000);
      expect(told.clock.doubt).not.toBeNull();
      expect(awake(told.clock, 1).jumpMs).toBeNull();
    },
  );

  test('F35 a change of time zone or of summer time is no jump', () => {
    // Both change what a wall clock shows, not the milliseconds since 1970.
    expect(awake(hearServer({ wall, mono: 0 }, server), 1).jumpMs).toBeNull();
  });

  test('IDEN-29 F35 a tablet that slept a night offline wakes on the right day, in doubt, its anchor unmoved', () => {
    const told = jump(hearServer({ wall, mono: 0 }, server), 12 * HOUR_MS);
    expect(told.likely).toBe(server + 12 * HOUR_MS + 1_000);
    expect(told.anchored).toBe(server + 1_000);
    expect(told.clock.doubt).toBe('wentAhead');
  });

  test('F35 a clock set a year ahead is not believed for the day either', () => {
    const told = jump(hearServer({ wall, mono: 0 }, server), YEAR_MS);
    expect(told.likely).toBe(server + 1_000);
    expect(told.clock.doubt).toBe('tooFarAhead');
  });

  test('F35 an hour ahead by mistake and back again leaves no trace in the time', () => {
    const ahead = jump(hearServer({ wall, mono: 0 }, server), HOUR_MS);
    expect(jump(ahead.clock, -HOUR_MS).likely).toBe(server + 2_000);
  });

  test('IDEN-28 whatever the tablet clock does, anchored time never goes back', () => {
    const steps = fc.array(fc.record({ wall: fc.integer(), mono: fc.nat(10 * HOUR_MS) }), { maxLength: 30 });
    fc.assert(
      fc.property(steps, (readings) => {
        let clock = hearServer({ wall, mono: 0 }, server);
        let last = server;
        for (const step of readings) {
          const told = tellTime(clock, { wall: step.wall, mono: clock.seen.mono + step.mono });
          expect(told.anchored).toBe(last + step.mono);
          expect(told.likely).toBeGreaterThanOrEqual(told.anchored);
          [clock, last] = [told.clock, told.anchored];
        }
      }),
    );
  });
});

describe('a fresh start', () => {
  const heard = { serverTime: server, wall };

  test('IDEN-30 F35 after a restart the tablet clock bridges the gap, corrected by what it was off', () => {
    const clock = startClock({ wall: wall + 2 * HOUR_MS, mono: 100 }, heard, server + HOUR_MS);
    expect(tellTime(clock, clock.seen).anchored).toBe(server + 2 * HOUR_MS);
    expect(clock.doubt).toBeNull();
  });

  test('IDEN-30 F35 time never starts before what is written down here', () => {
    const lastFact = server + 3 * HOUR_MS;
    const clock = startClock({ wall: 0, mono: 100 }, heard, lastFact);
    expect(tellTime(clock, clock.seen).anchored).toBe(lastFact);
    expect(clock.doubt).toBe('wentBack');
  });

  test('F35 a start far in the future is not believed', () => {
    const clock = startClock({ wall: wall + AHEAD_MS_MAX + 1, mono: 100 }, heard, server);
    expect(tellTime(clock, clock.seen).anchored).toBe(server);
    expect(clock.doubt).toBe('tooFarAhead');
  });

  test('a till that never heard a server has only the tablet clock', () => {
    const clock = startClock({ wall, mono: 100 }, null, 0);
    expect(tellTime(clock, clock.seen).anchored).toBe(wall);
    expect(clock.doubt).toBe('neverHeard');
  });
});
