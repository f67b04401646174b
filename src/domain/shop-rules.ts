/** The rules of a shop that a manager changes, apart from what only a set-up decides (currency, language, time zone, tax). */
import { cashToleranceOf } from './cash-tolerance.ts';
import { discountPolicyOf } from './discount-limit.ts';
import type { Money } from './money.ts';
import { areOpeningHours, type OpeningHours } from './opening-hours.ts';
import { DEFAULT_IDLE_LOCK_MINUTES, type ShopPolicy } from './shop-policy.ts';
import type { BasisPoints } from './tax-rate.ts';
import { TIME_OF_DAY } from './trading-day.ts';

export interface ShopRules {
  readonly clerkDiscount: BasisPoints;
  readonly supervisorDiscount: BasisPoints;
  readonly staffDiscount: BasisPoints;
  readonly discountReasons: readonly string[];
  readonly refundDays: number;
  readonly refundLimit: Money;
  readonly cashStep: number;
  readonly float: Money;
  readonly cashTolerance: Money;
  /** Null: never asked for. */
  readonly cardCodeAbove: Money | null;
  /** Null: the age that the product asks for. */
  readonly challengeAge: number | null;
  /** 0: never. */
  readonly idleLockMinutes: number;
  readonly paysOnSell: boolean;
  readonly repeatScans: ShopPolicy['repeatScans'];
  readonly signsItselfOff: boolean;
  /** HH:MM */
  readonly startOfDay: string;
  /** Null: nobody said when it is open. */
  readonly openingHours: OpeningHours | null;
  readonly leaseDays: number;
}

export const RULE_LIMITS = {
  /** A whole price. */
  discountMax: 10_000,
  reasonsMax: 20,
  reasonLengthMax: 40,
  refundDaysMax: 3_650,
  /** A million of a currency of two digits: nobody means more. */
  sumMax: 100_000_000,
  ageMin: 1,
  ageMax: 99,
  idleMinutesMax: 240,
  leaseDaysMin: 1,
  leaseDaysMax: 30,
} as const;

/** Smallest cash amounts that laws know, in minor units; 1 where cash is not rounded. */
export const CASH_STEPS = [1, 5, 10, 20, 50, 100] as const;

export function rulesOf(policy: ShopPolicy): ShopRules {
  const discounts = discountPolicyOf(policy);
  return {
    clerkDiscount: discounts.limits.clerk,
    supervisorDiscount: discounts.limits.supervisor,
    staffDiscount: discounts.staffRate,
    discountReasons: discounts.reasons,
    refundDays: policy.refundWithoutManager.days,
    refundLimit: policy.refundWithoutManager.limit,
    cashStep: policy.currency.cashStep,
    float: policy.float,
    cashTolerance: cashToleranceOf(policy),
    cardCodeAbove: policy.cardCodeAbove ?? null,
    challengeAge: policy.challengeAge ?? null,
    idleLockMinutes: policy.idleLockMinutes ?? DEFAULT_IDLE_LOCK_MINUTES,
    paysOnSell: policy.paysOnSell ?? false,
    repeatScans: policy.repeatScans,
    signsItselfOff: policy.signsItselfOff ?? false,
    startOfDay: policy.startOfDay,
    openingHours: policy.openingHours ?? null,
    leaseDays: policy.leaseDays,
  };
}

export function withRules(policy: ShopPolicy, rules: ShopRules): ShopPolicy {
  const { cardCodeAbove: _code, challengeAge: _age, openingHours: _hours, ...kept } = policy;
  return {
    ...kept,
    currency: { ...policy.currency, cashStep: rules.cashStep },
    float: rules.float,
    refundWithoutManager: { days: rules.refundDays, limit: rules.refundLimit },
    discounts: {
      reasons: rules.discountReasons,
      limits: { clerk: rules.clerkDiscount, supervisor: rules.supervisorDiscount },
      staffRate: rules.staffDiscount,
    },
    cashTolerance: rules.cashTolerance,
    ...(rules.cardCodeAbove === null ? {} : { cardCodeAbove: rules.cardCodeAbove }),
    ...(rules.challengeAge === null ? {} : { challengeAge: rules.challengeAge }),
    idleLockMinutes: rules.idleLockMinutes,
    paysOnSell: rules.paysOnSell,
    repeatScans: rules.repeatScans,
    signsItselfOff: rules.signsItselfOff,
    startOfDay: rules.startOfDay,
    ...(rules.openingHours === null ? {} : { openingHours: rules.openingHours }),
    leaseDays: rules.leaseDays,
  };
}

export type RuleName = keyof ShopRules;

/** The rule that cannot hold, or null. */
export function rulesFault(rules: ShopRules): RuleName | null {
  const limits = RULE_LIMITS;
  const isSum = (sum: number) => isWhole(sum, 0, limits.sumMax);
  const holds: Readonly<Record<RuleName, boolean>> = {
    clerkDiscount: isWhole(rules.clerkDiscount, 0, limits.discountMax),
    // Who approves for clerks may take off no less than they may.
    supervisorDiscount: isWhole(rules.supervisorDiscount, rules.clerkDiscount, limits.discountMax),
    staffDiscount: isWhole(rules.staffDiscount, 0, limits.discountMax),
    discountReasons: areReasons(rules.discountReasons),
    refundDays: isWhole(rules.refundDays, 0, limits.refundDaysMax),
    refundLimit: isSum(rules.refundLimit),
    cashStep: CASH_STEPS.some((step) => step === rules.cashStep),
    float: isSum(rules.float),
    cashTolerance: isSum(rules.cashTolerance),
    cardCodeAbove: rules.cardCodeAbove === null || isSum(rules.cardCodeAbove),
    challengeAge: rules.challengeAge === null || isWhole(rules.challengeAge, limits.ageMin, limits.ageMax),
    idleLockMinutes: isWhole(rules.idleLockMinutes, 0, limits.idleMinutesMax),
    paysOnSell: true,
    repeatScans: true,
    signsItselfOff: true,
    startOfDay: TIME_OF_DAY.test(rules.startOfDay),
    openingHours: rules.openingHours === null || areOpeningHours(rules.openingHours),
    leaseDays: isWhole(rules.leaseDays, limits.leaseDaysMin, limits.leaseDaysMax),
  };
  return RULE_NAMES.find((name) => !holds[name]) ?? null;
}

/** In the order of the screen. */
export const RULE_NAMES = [
  'clerkDiscount',
  'supervisorDiscount',
  'staffDiscount',
  'discountReasons',
  'refundDays',
  'refundLimit',
  'cashStep',
  'float',
  'cashTolerance',
  'cardCodeAbove',
  'challengeAge',
  'idleLockMinutes',
  'paysOnSell',
  'repeatScans',
  'signsItselfOff',
  'startOfDay',
  'openingHours',
  'leaseDays',
] as const satisfies readonly RuleName[];

/** Those that differ. */
export function changedRules(before: ShopRules, after: ShopRules): RuleName[] {
  return RULE_NAMES.filter((name) => JSON.stringify(before[name]) !== JSON.stringify(after[name]));
}

function isWhole(value: number, min: number, max: number): boolean {
  return Number.isSafeInteger(value) && value >= min && value <= max;
}

function areReasons(reasons: readonly string[]): boolean {
  const known = new Set(reasons.map((reason) => reason.trim().toLowerCase()));
  return (
    reasons.length <= RULE_LIMITS.reasonsMax &&
    known.size === reasons.length &&
    reasons.every((reason) => reason.trim() !== '' && reason.length <= RULE_LIMITS.reasonLengthMax)
  );
}
