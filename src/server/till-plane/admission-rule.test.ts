import { describe, expect, test } from 'vitest';
import {
  ADMISSION_LIMITS,
  arrive,
  EMPTY_DESK,
  expire,
  leave,
  retryAfterSeconds,
  type Applicant,
  type Desk,
  type Work,
} from './admission-rule.ts';

const limits = { underWayMax: 4, waitingMax: 3, waitMsMax: 2_000, ofBusinessMax: 3 };
let ids = 0;

function applicant(work: Work, business = `b-${String(ids)}`, at = 0): Applicant {
  ids += 1;
  return { id: ids, work, business, at };
}

/** Lets them come one after the other. @returns the desk and who was sent away. */
function come(desk: Desk, ones: readonly Applicant[]): { desk: Desk; shed: Applicant[] } {
  const shed: Applicant[] = [];
  let now = desk;
  for (const one of ones) {
    const moved = arrive(now, one, limits);
    now = moved.desk;
    shed.push(...moved.shed);
  }
  return { desk: now, shed };
}

function works(ones: readonly Applicant[]): Work[] {
  return ones.map((one) => one.work);
}

describe('LEDG-20 F41 whom the till plane serves, lets wait and sends away', () => {
  test('LEDG-20 F41 pushes may fill every place, what can wait only a part of them', () => {
    const { desk } = come(EMPTY_DESK, [
      applicant('catalogue'),
      applicant('catalogue'),
      applicant('catalogue'),
    ]);
    expect([works(desk.underWay), works(desk.waiting)]).toEqual([['catalogue', 'catalogue'], ['catalogue']]);
    const fuller = come(desk, [applicant('push'), applicant('push')]).desk;
    expect(works(fuller.underWay)).toEqual(['catalogue', 'catalogue', 'push', 'push']);
  });

  test('LEDG-20 F41 who waits is served by kind and then by time; the last is sent away when it gets crowded', () => {
    const full = come(
      EMPTY_DESK,
      Array.from({ length: 4 }, () => applicant('push')),
    ).desk;
    const { desk, shed } = come(full, [
      applicant('catalogue'),
      applicant('roster'),
      applicant('push'),
      applicant('probe'),
    ]);
    expect(works(desk.waiting)).toEqual(['push', 'probe', 'roster']);
    expect(works(shed)).toEqual(['catalogue']);
    const [first] = desk.underWay;
    const left = leave(desk, first?.id ?? 0, 10, limits);
    expect(works(left.started)).toEqual(['push']);
  });

  test('LEDG-20 F41 nobody waits for longer than two seconds, by estimate or in fact', () => {
    const slow = { ...EMPTY_DESK, serviceMs: 3_000 };
    const full = come(
      slow,
      Array.from({ length: 4 }, () => applicant('push')),
    ).desk;
    const { desk, shed } = come(full, [applicant('push', 'x', 100), applicant('push', 'y', 200)]);
    expect(desk.waiting).toHaveLength(2);
    expect(shed).toEqual([]);
    expect(come(desk, [applicant('push')]).shed).toHaveLength(1);
    expect(expire(desk, 2_150, limits).shed.map((one) => one.business)).toEqual(['x']);
  });

  test('LEDG-20 F41 the return of one business leaves places for another', () => {
    const { desk } = come(
      EMPTY_DESK,
      Array.from({ length: 5 }, () => applicant('push', 'large')),
    );
    expect(desk.underWay).toHaveLength(3);
    const small = arrive(desk, applicant('push', 'small'), limits);
    const [one] = small.desk.underWay;
    const after = leave(small.desk, one?.id ?? 0, 10, limits);
    expect(after.desk.underWay.map((other) => other.business)).toContain('large');
    expect([...small.desk.underWay, ...after.desk.underWay].map((other) => other.business)).toContain(
      'small',
    );
  });

  test('LEDG-20 the more were sent away, the further apart they are told to come back, and a quiet moment ends it', () => {
    const crowd = { ...EMPTY_DESK, shed: 2_000 };
    expect([0, 0.5, 0.999].map((fraction) => retryAfterSeconds(EMPTY_DESK, fraction))).toEqual([1, 3, 5]);
    expect(retryAfterSeconds(crowd, 0.999)).toBe(55);
    expect(retryAfterSeconds({ ...crowd, shed: 1e9 }, 0.999)).toBe(60);
    expect(arrive(crowd, applicant('push'), ADMISSION_LIMITS).desk.shed).toBe(0);
  });
});
