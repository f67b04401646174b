/** What the office and the people plane say about a shop's rules, under /api/v1/people/rules. */
import * as z from 'zod/mini';
import { RULE_LIMITS, type ShopRules } from '../domain/shop-rules.ts';
import { openingHoursSchema } from './roster.ts';
import {
  basisPointsSchema,
  countSchema,
  idSchema,
  millisecondsSchema,
  moneySchema,
  nameSchema,
} from './scalars.ts';

export const shopRulesSchema = z.object({
  clerkDiscount: basisPointsSchema,
  supervisorDiscount: basisPointsSchema,
  staffDiscount: basisPointsSchema,
  discountReasons: z.readonly(
    z
      .array(z.string().check(z.maxLength(RULE_LIMITS.reasonLengthMax)))
      .check(z.maxLength(RULE_LIMITS.reasonsMax)),
  ),
  refundDays: countSchema,
  refundLimit: moneySchema,
  cashStep: countSchema,
  float: moneySchema,
  cashTolerance: moneySchema,
  cardCodeAbove: z.nullable(moneySchema),
  challengeAge: z.nullable(countSchema),
  idleLockMinutes: countSchema,
  paysOnSell: z.boolean(),
  repeatScans: z.enum(['raiseQuantity', 'newLine']),
  signsItselfOff: z.boolean(),
  startOfDay: z.string().check(z.maxLength(5)),
  openingHours: z.nullable(openingHoursSchema),
  leaseDays: countSchema,
}) satisfies z.ZodMiniType<ShopRules>;

/** GET /rules?shop=, and the answer of POST /rules. */
export const rulesSchema = z.object({
  rules: shopRulesSchema,
  /** Rises with every change; 1 as set up. */
  version: countSchema,
  changed: z.nullable(z.object({ at: millisecondsSchema, by: nameSchema })),
});
export type Rules = z.infer<typeof rulesSchema>;

/** POST /rules: what they become, and what they were when that was decided. */
export const changeRulesSchema = z.object({
  shop: idSchema,
  before: shopRulesSchema,
  after: shopRulesSchema,
});
export type ChangeRules = z.infer<typeof changeRulesSchema>;
