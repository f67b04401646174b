/** A shop's rules being changed, as text in fields; and the rules that these fields say, or which of them cannot hold. Pure. */
import { money, type Money } from '../../domain/money.ts';
import { readPrice } from '../../domain/read-price.ts';
import { rulesFault, type RuleName, type ShopRules } from '../../domain/shop-rules.ts';
import { basisPoints, isBasisPoints, type BasisPoints } from '../../domain/tax-rate.ts';
import { decimalOf } from '../export/sheet-of-rows.ts';
import { readWeek, typedWeek, type TypedWeek } from '../hours/typed-hours.ts';

type Typed = Exclude<RuleName, 'paysOnSell' | 'signsItselfOff' | 'repeatScans' | 'openingHours'>;
export type RulesDraft = Readonly<Record<Typed, string>> &
  Pick<ShopRules, 'paysOnSell' | 'signsItselfOff' | 'repeatScans'> & { readonly openingHours: TypedWeek };

export type ReadRules =
  { readonly is: 'rules'; readonly rules: ShopRules } | { readonly is: 'fault'; readonly rule: RuleName };

const SHARE_DIGITS = 2;
const NOTHING: Money = money(0);
const NO_SHARE: BasisPoints = basisPoints(0);

/** @param digits of the currency's minor unit */
export function draftOfRules(rules: ShopRules, digits: number): RulesDraft {
  const sum = (amount: number | null) => (amount === null ? '' : decimalOf(amount, digits).decimal);
  const share = (points: number) => String(points / 100);
  const { paysOnSell, signsItselfOff, repeatScans, startOfDay } = rules;
  return {
    ...{ paysOnSell, signsItselfOff, repeatScans, startOfDay },
    clerkDiscount: share(rules.clerkDiscount),
    supervisorDiscount: share(rules.supervisorDiscount),
    staffDiscount: share(rules.staffDiscount),
    discountReasons: rules.discountReasons.join('\n'),
    refundDays: String(rules.refundDays),
    refundLimit: sum(rules.refundLimit),
    cashStep: String(rules.cashStep),
    float: sum(rules.float),
    cashTolerance: sum(rules.cashTolerance),
    cardCodeAbove: sum(rules.cardCodeAbove),
    challengeAge: rules.challengeAge === null ? '' : String(rules.challengeAge),
    idleLockMinutes: String(rules.idleLockMinutes),
    openingHours: typedWeek(rules.openingHours),
    leaseDays: String(rules.leaseDays),
  };
}

export function readRulesDraft(draft: RulesDraft, digits: number): ReadRules {
  const unread: RuleName[] = [];
  const read = <Value>(name: Typed, value: Value | null, instead: Value): Value => {
    if (value === null) unread.push(name);
    return value ?? instead;
  };
  const share = (name: Typed, instead: BasisPoints) => read(name, readShare(draft[name]), instead);
  const sum = (name: Typed) => read(name, readPrice(draft[name], digits), NOTHING);
  const count = (name: Typed) => read(name, readCount(draft[name]), 0);
  const orNothing = <Value>(name: Typed, value: () => Value) => (draft[name].trim() === '' ? null : value());
  const week = readWeek(draft.openingHours);
  const { paysOnSell, signsItselfOff, repeatScans } = draft;
  const rules: ShopRules = {
    ...{ paysOnSell, signsItselfOff, repeatScans },
    clerkDiscount: share('clerkDiscount', NO_SHARE),
    supervisorDiscount: share('supervisorDiscount', NO_SHARE),
    staffDiscount: share('staffDiscount', NO_SHARE),
    discountReasons: linesOf(draft.discountReasons),
    refundDays: count('refundDays'),
    refundLimit: sum('refundLimit'),
    cashStep: count('cashStep'),
    float: sum('float'),
    cashTolerance: sum('cashTolerance'),
    cardCodeAbove: orNothing('cardCodeAbove', () => sum('cardCodeAbove')),
    challengeAge: orNothing('challengeAge', () => count('challengeAge')),
    idleLockMinutes: count('idleLockMinutes'),
    startOfDay: draft.startOfDay.trim(),
    openingHours: week.is === 'hours' ? week.hours : null,
    leaseDays: count('leaseDays'),
  };
  if (week.is === 'fault') unread.push('openingHours');
  const rule = unread[0] ?? rulesFault(rules);
  return rule === null ? { is: 'rules', rules } : { is: 'fault', rule };
}

function readShare(text: string): BasisPoints | null {
  const points: unknown = readPrice(text, SHARE_DIGITS);
  return isBasisPoints(points) ? points : null;
}

function readCount(text: string): number | null {
  return /^\s*\d{1,6}\s*$/.test(text) ? Number(text) : null;
}

function linesOf(text: string): string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
}
