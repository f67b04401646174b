/** What people may decide about a flag, by its kind: which settlements there are, who may choose them, which need a reason in words. */
import type { Role } from './role.ts';

export const FLAG_KINDS = [
  'unreadable',
  'fork',
  'brokenLink',
  'hole',
  'badSignature',
  'cashDifference',
  'probableDuplicate',
  'cardWithoutSale',
  'saleWithoutCard',
  'refundTwice',
  'refundOverSold',
  'revokedTill',
  'unknownProduct',
  'unknownStaff',
  'priceDiffers',
  'clock',
  'shiftMismatch',
  'journalDamaged',
] as const;
export type FlagKind = (typeof FLAG_KINDS)[number];

/** The four piles, in the order of a manager's morning. */
export const FLAG_CAUSES = ['moneyMissing', 'givenTwice', 'decideOnce', 'goodToKnow'] as const;
export type FlagCause = (typeof FLAG_CAUSES)[number];

export const causeOf = {
  unreadable: 'moneyMissing',
  fork: 'moneyMissing',
  brokenLink: 'moneyMissing',
  hole: 'moneyMissing',
  badSignature: 'moneyMissing',
  shiftMismatch: 'moneyMissing',
  cashDifference: 'moneyMissing',
  probableDuplicate: 'moneyMissing',
  cardWithoutSale: 'moneyMissing',
  saleWithoutCard: 'moneyMissing',
  refundTwice: 'givenTwice',
  refundOverSold: 'givenTwice',
  revokedTill: 'decideOnce',
  unknownProduct: 'decideOnce',
  unknownStaff: 'decideOnce',
  priceDiffers: 'decideOnce',
  clock: 'goodToKnow',
  journalDamaged: 'goodToKnow',
} as const satisfies Record<FlagKind, FlagCause>;

export const DECISIONS = [
  /** It stays as it was rung. */
  'keep',
  /** What a revoked till sent counts in the takings. */
  'count',
  /** It stays in no total. */
  'leaveOut',
  /** Nothing is missing: the reason says why. */
  'explained',
  /** The paper receipt or another record says what it was. */
  'onPaper',
  /** The money is gone, and the business bears it. */
  'writeOff',
  /** Given back rightly. */
  'rightly',
  /** What was rung as cash was paid by card. */
  'wasCard',
  /** What was rung as card was paid in cash. */
  'wasCash',
  /** One of the two was rung by mistake. */
  'rungTwice',
  /** Two customers bought the same. */
  'bothHappened',
  /** Wrong, and somebody was told. */
  'mistake',
  'seen',
] as const;
export type Decision = (typeof DECISIONS)[number];

const ASKS_WHERE_MONEY_IS = ['explained', 'writeOff'] as const;
const ASKS_WHAT_IT_SAID = ['onPaper', 'explained', 'writeOff'] as const;

/** The likeliest first. */
const DECISIONS_OF: Readonly<Record<FlagKind, readonly Decision[]>> = {
  unreadable: ASKS_WHAT_IT_SAID,
  hole: ASKS_WHAT_IT_SAID,
  fork: ASKS_WHERE_MONEY_IS,
  brokenLink: ASKS_WHERE_MONEY_IS,
  badSignature: ASKS_WHERE_MONEY_IS,
  shiftMismatch: ASKS_WHERE_MONEY_IS,
  cashDifference: ['wasCard', 'wasCash', ...ASKS_WHERE_MONEY_IS],
  cardWithoutSale: ['wasCard', ...ASKS_WHERE_MONEY_IS],
  saleWithoutCard: ['wasCash', ...ASKS_WHERE_MONEY_IS],
  probableDuplicate: ['rungTwice', 'bothHappened'],
  refundTwice: ['rightly', 'writeOff'],
  refundOverSold: ['rightly', 'writeOff'],
  revokedTill: ['count', 'leaveOut'],
  unknownProduct: ['keep', 'mistake'],
  unknownStaff: ['keep', 'mistake'],
  priceDiffers: ['keep', 'mistake'],
  clock: ['seen'],
  journalDamaged: ['seen'],
};

const SPEAKS_FOR_ITSELF: readonly Decision[] = ['keep', 'count', 'rungTwice', 'seen'];

export function decisionsOf(kind: FlagKind): readonly Decision[] {
  return DECISIONS_OF[kind];
}

export function needsReason(decision: Decision): boolean {
  return !SPEAKS_FOR_ITSELF.includes(decision);
}

/** A supervisor decides what to keep; where money may be gone, a manager or the owner does. */
export function maySettle(role: Role, cause: FlagCause): boolean {
  switch (role) {
    case 'clerk':
      return false;
    case 'supervisor':
      return cause === 'decideOnce' || cause === 'goodToKnow';
    case 'manager':
    case 'owner':
      return true;
  }
}
