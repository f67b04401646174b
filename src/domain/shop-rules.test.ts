import { expect, test } from 'vitest';
import { TRIAL_POLICY } from '../testing/trial-shop.ts';
import { money } from './money.ts';
import { changedRules, RULE_NAMES, rulesFault, rulesOf, withRules, type ShopRules } from './shop-rules.ts';
import { basisPoints } from './tax-rate.ts';

const rules = rulesOf(TRIAL_POLICY);

test('RULES-1 rules read from a policy and put back into it are the same rules, whatever is set or not', () => {
  expect(rulesOf(withRules(TRIAL_POLICY, rules))).toEqual(rules);
  const other: ShopRules = {
    ...rules,
    clerkDiscount: basisPoints(500),
    discountReasons: ['Damaged'],
    cardCodeAbove: money(5_000),
    challengeAge: 25,
    idleLockMinutes: 0,
    paysOnSell: true,
    cashStep: 5,
    openingHours: Array.from({ length: 7 }, () => [{ from: '09:00', to: '17:30' }]),
  };
  const policy = withRules(TRIAL_POLICY, other);
  expect(rulesOf(policy)).toEqual(other);
  const unset = withRules(policy, { ...other, cardCodeAbove: null, challengeAge: null, openingHours: null });
  expect('cardCodeAbove' in unset || 'challengeAge' in unset || 'openingHours' in unset).toBe(false);
  expect(unset.taxRates).toEqual(TRIAL_POLICY.taxRates);
});

test.each<[Partial<ShopRules>, string]>([
  [{ clerkDiscount: basisPoints(10_001) }, 'clerkDiscount'],
  [{ clerkDiscount: basisPoints(4_000), supervisorDiscount: basisPoints(3_000) }, 'supervisorDiscount'],
  [{ discountReasons: ['Damaged', 'damaged '] }, 'discountReasons'],
  [{ discountReasons: [' '] }, 'discountReasons'],
  [{ discountReasons: ['x'.repeat(41)] }, 'discountReasons'],
  [{ discountReasons: Array.from({ length: 21 }, (_, index) => `r${String(index)}`) }, 'discountReasons'],
  [{ refundDays: -1 }, 'refundDays'],
  [{ refundDays: 3_651 }, 'refundDays'],
  [{ refundLimit: money(-1) }, 'refundLimit'],
  [{ cashStep: 3 }, 'cashStep'],
  [{ float: money(100_000_001) }, 'float'],
  [{ challengeAge: 0 }, 'challengeAge'],
  [{ challengeAge: 100 }, 'challengeAge'],
  [{ idleLockMinutes: 241 }, 'idleLockMinutes'],
  [{ startOfDay: '24:00' }, 'startOfDay'],
  [{ openingHours: [] }, 'openingHours'],
  [{ leaseDays: 0 }, 'leaseDays'],
  [{ leaseDays: 31 }, 'leaseDays'],
])('RULES-2 %j cannot hold: %s', (change, name) => {
  expect(rulesFault({ ...rules, ...change })).toBe(name);
});

test('RULES-2 what a shop has decided by itself can hold, and every rule is looked at', () => {
  expect(rulesFault(rules)).toBeNull();
  expect([...RULE_NAMES].sort()).toEqual(Object.keys(rules).sort());
  expect(changedRules(rules, { ...rules, leaseDays: 3, cashStep: 5 })).toEqual(['cashStep', 'leaseDays']);
});
