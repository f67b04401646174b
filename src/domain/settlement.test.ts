import { describe, expect, test } from 'vitest';
import { causeOf, decisionsOf, FLAG_CAUSES, FLAG_KINDS, maySettle, needsReason } from './settlement.ts';

describe('RECO-40 settlements', () => {
  test.each(FLAG_KINDS)('%s can be settled, in ways that are told apart', (kind) => {
    const decisions = decisionsOf(kind);
    expect(decisions.length).toBeGreaterThan(0);
    expect(new Set(decisions).size).toBe(decisions.length);
  });

  test('where money may be gone, every way out needs a reason, but that one sale was rung twice', () => {
    const short = FLAG_KINDS.filter((kind) => ['moneyMissing', 'givenTwice'].includes(causeOf[kind]));
    const silent = short.flatMap(decisionsOf).filter((decision) => !needsReason(decision));
    expect(silent).toEqual(['rungTwice']);
  });

  test('a clerk settles nothing, a supervisor what is only to be kept, a manager and an owner everything', () => {
    const may = (role: Parameters<typeof maySettle>[0]) =>
      FLAG_CAUSES.filter((cause) => maySettle(role, cause));
    expect(may('clerk')).toEqual([]);
    expect(may('supervisor')).toEqual(['decideOnce', 'goodToKnow']);
    expect(may('manager')).toEqual(FLAG_CAUSES);
    expect(may('owner')).toEqual(FLAG_CAUSES);
  });
});
