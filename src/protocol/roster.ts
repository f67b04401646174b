/** Who may work at a till, by which rules: signed by the server, kept whole, verified at boot. */
import * as z from 'zod/mini';
import type { Drawer } from '../domain/drawer.ts';
import { PERIODS_A_DAY_MAX, WEEKDAYS, type OpeningHours } from '../domain/opening-hours.ts';
import type { Role } from '../domain/role.ts';
import type { DiscountPolicy, ShopPolicy } from '../domain/shop-policy.ts';
import { TIME_OF_DAY } from '../domain/trading-day.ts';
import { DRAWER_TILLS_MAX, ROSTER_STAFF_MAX } from './limits.ts';
import type { TaxRate } from '../domain/tax-rate.ts';
import {
  basisPointsSchema,
  base64UrlSchema,
  countSchema,
  daySchema,
  idSchema,
  millisecondsSchema,
  moneySchema,
  nameSchema,
} from './scalars.ts';
import { onlineKeyCertificateSchema } from './seal.ts';

const embeddedPatternSchema = z.string().check(z.regex(/^[\dIPWV]{7,12}[\dIPWVC]$/));
const discountPolicySchema = z.object({
  reasons: z.array(nameSchema).check(z.maxLength(20)),
  limits: z.object({ clerk: basisPointsSchema, supervisor: basisPointsSchema }),
  staffRate: basisPointsSchema,
}) satisfies z.ZodMiniType<DiscountPolicy>;

const timeOfDaySchema = z.string().check(z.regex(TIME_OF_DAY));
const openPeriodSchema = z.object({ from: timeOfDaySchema, to: timeOfDaySchema });
export const openingHoursSchema: z.ZodMiniType<OpeningHours> = z
  .array(z.array(openPeriodSchema).check(z.maxLength(PERIODS_A_DAY_MAX)))
  .check(z.length(WEEKDAYS));

export const taxRateSchema = z.object({
  class: idSchema,
  from: daySchema,
  rate: basisPointsSchema,
}) satisfies z.ZodMiniType<TaxRate>;

/** Keeps what it does not know: the server's signature stands over that too. */
export const shopPolicySchema: z.ZodMiniType<ShopPolicy> = z.looseObject({
  businessName: nameSchema,
  shopName: nameSchema,
  address: z.array(nameSchema).check(z.maxLength(6)),
  vatNumber: z.string().check(z.maxLength(40)),
  currency: z.object({
    code: z.string().check(z.regex(/^[A-Z]{3}$/)),
    digits: z.int().check(z.minimum(0), z.maximum(4)),
    cashStep: z.int().check(z.minimum(1)),
    denominations: z.array(moneySchema).check(z.maxLength(30)),
  }),
  locale: idSchema,
  timeZone: idSchema,
  startOfDay: timeOfDaySchema,
  tax: z.object({ pricesIncludeTax: z.boolean(), rounding: z.enum(['perLine', 'perReceipt']) }),
  taxRates: z.array(taxRateSchema).check(z.maxLength(200)),
  repeatScans: z.enum(['raiseQuantity', 'newLine']),
  float: moneySchema,
  refundWithoutManager: z.object({ days: countSchema, limit: moneySchema }),
  leaseDays: z.int().check(z.minimum(1), z.maximum(30)),
  embeddedBarcodes: z.optional(
    z
      .array(z.object({ pattern: embeddedPatternSchema, is: z.enum(['price', 'weight']) }))
      .check(z.maxLength(20)),
  ),
  discounts: z.exactOptional(discountPolicySchema),
  challengeAge: z.exactOptional(countSchema),
  cardCodeAbove: z.exactOptional(moneySchema),
  idleLockMinutes: z.exactOptional(countSchema),
  paysOnSell: z.exactOptional(z.boolean()),
  cashTolerance: z.exactOptional(moneySchema),
  signsItselfOff: z.exactOptional(z.boolean()),
  openingHours: z.exactOptional(openingHoursSchema),
});

export const roleSchema = z.enum(['clerk', 'supervisor', 'manager', 'owner']) satisfies z.ZodMiniType<Role>;

export const pinParametersSchema = z.object({
  algorithm: z.literal('argon2id'),
  memoryKiB: z.int().check(z.minimum(1024), z.maximum(1_048_576)),
  passes: z.int().check(z.minimum(1), z.maximum(10)),
  lanes: z.int().check(z.minimum(1), z.maximum(4)),
});
export type PinParameters = z.infer<typeof pinParametersSchema>;

export const rosterStaffSchema = z.object({
  id: idSchema,
  name: nameSchema,
  role: roleSchema,
  /** 4 for clerks, 6 for approvers. */
  pinLength: z.int().check(z.minimum(4), z.maximum(6)),
  pinSalt: base64UrlSchema,
  pinParameters: pinParametersSchema,
  /** HMAC-SHA-256(till pepper, Argon2id(PIN, salt, parameters)) as base64url, made for this till; null until a PIN is set. */
  verifier: z.nullable(base64UrlSchema),
});
export type RosterStaff = z.infer<typeof rosterStaffSchema>;

export const drawerSchema = z.object({
  id: idSchema,
  name: nameSchema,
  tills: z.readonly(
    z.array(z.object({ till: idSchema, name: nameSchema })).check(z.maxLength(DRAWER_TILLS_MAX)),
  ),
  countedAt: idSchema,
}) satisfies z.ZodMiniType<Drawer>;

/** The online key signs the RFC 8785 bytes of `roster`. Versions rise within an epoch. */
export const signedRosterSchema = z.object({
  roster: z.object({
    till: idSchema,
    tillName: nameSchema,
    business: idSchema,
    shop: idSchema,
    epoch: idSchema,
    version: countSchema,
    issued: millisecondsSchema,
    policy: shopPolicySchema,
    /** Ids of locks an office person cleared. */
    unlocks: z.array(idSchema).check(z.maxLength(1000)),
    /** 0 while the till may sell; a revocation or its undoing raises it. */
    revocation: z.object({ number: countSchema, revoked: z.boolean() }),
    staff: z.array(rosterStaffSchema).check(z.maxLength(ROSTER_STAFF_MAX)),
    /** Since version 2: head office's ECDH P-256 public key, SPKI, that names and PINs chosen at the till are sealed to. */
    sealedBox: z.exactOptional(base64UrlSchema),
    /** Since version 2: where this till's cash goes, and which other tills' does. */
    drawer: z.exactOptional(drawerSchema),
  }),
  signature: base64UrlSchema,
  by: onlineKeyCertificateSchema,
});
export type SignedRoster = z.infer<typeof signedRosterSchema>;
export type Roster = SignedRoster['roster'];
