import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  attemptBudgetSchema,
  forgetAttempts,
  FRESH_BUDGET,
  notInTheFuture,
  spendAttempt,
  standingOf,
  triesLeft,
  type AttemptBudget,
  type Trier,
} from './attempt-budget.ts';

const MINUTE_MS = 60_000;
const start = 1_750_000_000_000;
const clerk: Trier = { id: 'amira', isApprover: false, unlocks: [] };
const manager: Trier = { id: 'morgan', isApprover: true, unlocks: [] };

/** Tries as soon as it is allowed, wrong each time; says how long each wait was. */
function tryWrong(trier: Trier, times: number, budget: AttemptBudget = FRESH_BUDGET) {
  const waits: number[] = [];
  let now = start;
  let current = budget;
  for (let made = 0; made < times; made += 1) {
    const standing = standingOf(current, trier, now);
    if (standing.is === 'locked') break;
    if (standing.is === 'wait') {
      waits.push(standing.waitUntil - now);
      now = standing.waitUntil;
    }
    current = spendAttempt(current, trier, now, `lock-${String(made)}`);
  }
  return { budget: current, now, waits };
}

describe('one person', () => {
  test('IDEN-20 five wrong PINs in a row bring a wait of a minute, doubling to fifteen', () => {
    expect(tryWrong(clerk, 5).waits).toEqual([]);
    expect(tryWrong(clerk, 10).waits).toEqual([1, 2, 4, 8, 15].map((minutes) => minutes * MINUTE_MS));
  });

  test('IDEN-20 the tries that are left are told before the wait', () => {
    expect([0, 1, 4, 5, 6].map((made) => triesLeft(tryWrong(clerk, made).budget, clerk))).toEqual([
      5, 4, 1, 0, 0,
    ]);
  });

  test('IDEN-21 F46 the tenth wrong PIN locks a clerk on this till under an id of its own', () => {
    const { budget, now } = tryWrong(clerk, 10);
    expect(standingOf(budget, clerk, now + 365 * 24 * 60 * MINUTE_MS)).toEqual({
      is: 'locked',
      lock: 'lock-9',
    });
  });

  test('IDEN-21 a roster that clears this lock, and no other, lets the person try afresh', () => {
    const { budget, now } = tryWrong(clerk, 10);
    const later = now + MINUTE_MS;
    expect(standingOf(budget, { ...clerk, unlocks: ['lock-8'] }, later).is).toBe('locked');
    const cleared = { ...clerk, unlocks: ['lock-9'] };
    expect(standingOf(budget, cleared, later)).toEqual({ is: 'free' });
    expect(triesLeft(spendAttempt(budget, cleared, later, 'new'), cleared)).toBe(4);
  });

  test('IDEN-22 a right PIN, or an approver, gives the whole budget back', () => {
    const { budget, now } = tryWrong(clerk, 10);
    expect(standingOf(forgetAttempts(budget, clerk.id), clerk, now)).toEqual({ is: 'free' });
    expect(triesLeft(forgetAttempts(budget, clerk.id), clerk)).toBe(5);
  });
});

describe('the till as a whole', () => {
  test('IDEN-23 F46 wrong PINs on every tile slow the till by a minute at most and never shut it', () => {
    const people = Array.from({ length: 20 }, (_, at): Trier => ({ ...clerk, id: `clerk-${String(at)}` }));
    let budget = FRESH_BUDGET;
    let now = start;
    for (const person of people) {
      const attack = tryWrong(person, 1, budget);
      budget = attack.budget;
      now = Math.max(now, attack.now) + MINUTE_MS;
    }
    const standing = standingOf(budget, { ...clerk, id: 'somebody-else' }, budget.till.lastTriedAt);
    expect(standing).toEqual({ is: 'wait', waitUntil: budget.till.lastTriedAt + MINUTE_MS });
  });

  test('IDEN-24 F46 an approver has one try every fifteen minutes, however the till was abused', () => {
    const anything = fc.array(fc.record({ who: fc.nat(4), after: fc.nat(20 * MINUTE_MS) }), {
      maxLength: 60,
    });
    fc.assert(
      fc.property(anything, (tries) => {
        let now = start;
        let budget = FRESH_BUDGET;
        for (const { who, after } of tries) {
          now += after;
          budget = spendAttempt(budget, { ...manager, id: `person-${String(who)}` }, now, 'lock');
        }
        const approver = { ...manager, id: 'person-0' };
        const own = budget.people['person-0']?.lastTriedAt ?? 0;
        const free = Math.max(now, own + 15 * MINUTE_MS);
        expect(standingOf(budget, approver, free)).toEqual({ is: 'free' });
        expect(standingOf(budget, approver, now).is).not.toBe('locked');
      }),
    );
  });
});

describe('clocks', () => {
  test('F35 a clock that went back makes nobody wait longer than the rule says', () => {
    const { budget } = tryWrong(clerk, 6);
    const in1970 = 5_000;
    const standing = standingOf(notInTheFuture(budget, in1970), clerk, in1970);
    expect(standing).toEqual({ is: 'wait', waitUntil: in1970 + 2 * MINUTE_MS });
  });
});

test('what is stored is read back as it was', () => {
  const { budget } = tryWrong(clerk, 10);
  expect(attemptBudgetSchema.parse(JSON.parse(JSON.stringify(budget)))).toEqual(budget);
});
