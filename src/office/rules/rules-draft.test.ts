import { expect, test } from 'vitest';
import { money } from '../../domain/money.ts';
import { rulesOf } from '../../domain/shop-rules.ts';
import { TRIAL_POLICY } from '../../testing/trial-shop.ts';
import { draftOfRules, readRulesDraft, type RulesDraft } from './rules-draft.ts';

const openingHours = [...Array.from({ length: 6 }, () => [{ from: '09:00', to: '17:30' }]), []];
const rules = { ...rulesOf(TRIAL_POLICY), cardCodeAbove: money(5_000), challengeAge: 25, openingHours };
const draft = draftOfRules(rules, 2);

test('RULES-5 rules that are opened and read as they were are the same', () => {
  expect(readRulesDraft(draft, 2)).toEqual({ is: 'rules', rules });
  const empty = { ...draft, cardCodeAbove: ' ', challengeAge: '' };
  expect(readRulesDraft(empty, 2)).toEqual({
    is: 'rules',
    rules: { ...rules, cardCodeAbove: null, challengeAge: null },
  });
  expect(readRulesDraft({ ...draft, clerkDiscount: '12,5' }, 2)).toMatchObject({
    rules: { clerkDiscount: 1_250 },
  });
});

test.each<[Partial<RulesDraft>, string]>([
  [{ clerkDiscount: 'ten' }, 'clerkDiscount'],
  [{ clerkDiscount: '101' }, 'clerkDiscount'],
  [{ clerkDiscount: '50', supervisorDiscount: '40' }, 'supervisorDiscount'],
  [{ refundDays: '1.5' }, 'refundDays'],
  [{ refundLimit: '' }, 'refundLimit'],
  [{ float: '1.234' }, 'float'],
  [{ cardCodeAbove: 'never' }, 'cardCodeAbove'],
  [{ challengeAge: '0' }, 'challengeAge'],
  [{ discountReasons: 'Damaged\ndamaged' }, 'discountReasons'],
  [{ startOfDay: '4' }, 'startOfDay'],
  [{ openingHours: ['9-', '', '', '', '', '', ''] }, 'openingHours'],
  [{ leaseDays: '40' }, 'leaseDays'],
])('RULES-5 %j is said at its field, %s', (change, rule) => {
  expect(readRulesDraft({ ...draft, ...change }, 2)).toEqual({ is: 'fault', rule });
});
