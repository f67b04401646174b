/** What the office and the people plane say about the first start and the set-up of a shop, under /api/v1/people. */
import * as z from 'zod/mini';
import { TIME_OF_DAY } from '../domain/trading-day.ts';
import { PASSWORD_LENGTH_MAX, PASSWORD_LENGTH_MIN } from './account-messages.ts';
import { meSchema, saleRowSchema } from './people-messages.ts';
import { productSchema } from './pull.ts';
import { openingHoursSchema, shopPolicySchema } from './roster.ts';
import { countSchema, idSchema, nameSchema } from './scalars.ts';
import { emailSchema, PERSON_NAME_LENGTH_MAX, typedNameSchema } from './staff-messages.ts';

/** In the order of the screen. */
export const SET_UP_STEPS = [
  'business',
  'shop',
  'products',
  'tax',
  'staff',
  'till',
  'receipt',
  'sale',
] as const;
export const setUpStepSchema = z.enum(SET_UP_STEPS);
export type SetUpStep = z.infer<typeof setUpStepSchema>;

/** A person may say so of a step; of the others the data says it. */
export const SAYABLE: Readonly<Record<SetUpStep, readonly ('done' | 'skipped')[]>> = {
  business: [],
  shop: [],
  products: ['skipped'],
  tax: [],
  staff: ['skipped'],
  till: ['skipped'],
  receipt: ['done', 'skipped'],
  sale: ['done', 'skipped'],
};

/** Where a shop may stand: it decides money, language, time zone and the taxes to begin with. */
export const COUNTRIES = ['GB', 'IE', 'DE', 'AT', 'CH', 'FR', 'NL', 'BE'] as const;
export const countrySchema = z.enum(COUNTRIES);
export type Country = z.infer<typeof countrySchema>;

/** On a receipt of 58 mm. */
export const BUSINESS_NAME_LENGTH_MAX = PERSON_NAME_LENGTH_MAX;
export const ADDRESS_LINES_MAX = 6;
export const VAT_NUMBER_LENGTH_MAX = 40;
export const SET_UP_CODE_LENGTH_MAX = 40;

/** GET /first-start, asked by anybody. */
export const firstStartSchema = z.object({
  /** How to look round the demo shop; null where there is none. */
  demo: z.nullable(z.object({ email: z.string(), password: z.string() })),
  /** Whether somebody has set up a shop of their own here. */
  isFounded: z.boolean(),
});
export type FirstStart = z.infer<typeof firstStartSchema>;

/** POST /set-up/found, with the code that the server's start printed. */
export const foundBusinessSchema = z.object({
  code: z.string().check(z.minLength(1), z.maxLength(SET_UP_CODE_LENGTH_MAX)),
  business: typedNameSchema,
  owner: typedNameSchema,
  email: emailSchema,
  password: z.string().check(z.minLength(PASSWORD_LENGTH_MIN), z.maxLength(PASSWORD_LENGTH_MAX)),
  country: countrySchema,
});
export type FoundBusiness = z.infer<typeof foundBusinessSchema>;
export const foundedSchema = z.object({
  me: meSchema,
  /** The owner's at the till, told this once. */
  pin: z.string(),
});
export type Founded = z.infer<typeof foundedSchema>;

const lineSchema = typedNameSchema;
const vatNumberSchema = z
  .string()
  .check(z.trim(), z.maxLength(VAT_NUMBER_LENGTH_MAX), z.regex(/^[^\p{Cc}]*$/u));
const startOfDaySchema = z.string().check(z.regex(TIME_OF_DAY));
const taxWaySchema = z.object({
  pricesIncludeTax: z.boolean(),
  rounding: z.enum(['perLine', 'perReceipt']),
});

/** GET /set-up?shop= , and the answer of each change below. */
export const setUpSchema = z.object({
  steps: z.array(z.object({ step: setUpStepSchema, is: z.enum(['open', 'skipped', 'done']) })),
  business: z.object({ name: nameSchema, vatNumber: z.string() }),
  shop: z.object({
    id: idSchema,
    name: nameSchema,
    address: z.array(z.string()),
    startOfDay: z.string(),
    openingHours: z.nullable(openingHoursSchema),
    timeZone: z.string(),
  }),
  /** `isFixed`: something was sold by it, so it stays. */
  tax: z.extend(taxWaySchema, { isFixed: z.boolean() }),
  /** `tills`: those that a tablet has come for. */
  counts: z.object({ products: countSchema, people: countSchema, tills: countSchema, sales: countSchema }),
  /** The shop's, as soon as it has arrived. */
  firstSale: z.nullable(
    z.pick(saleRowSchema, {
      ...{ till: true, tillName: true, inc: true, no: true },
      ...{ receipt: true, at: true, staffName: true, gross: true },
    }),
  ),
});
export type SetUp = z.infer<typeof setUpSchema>;
export type SetUpState = SetUp['steps'][number]['is'];

export const TEST_RECEIPT_PRODUCTS_MAX = 3;

/** GET /set-up/receipt?shop= : by what the next receipt is made. */
export const testReceiptSchema = z.object({
  policy: shopPolicySchema,
  /** A few of the shop, of different taxes where it has them. */
  products: z.array(productSchema).check(z.maxLength(TEST_RECEIPT_PRODUCTS_MAX)),
});
export type TestReceipt = z.infer<typeof testReceiptSchema>;

/** POST /set-up/business; an empty number: not registered. */
export const setUpBusinessSchema = z.object({
  shop: idSchema,
  name: typedNameSchema,
  vatNumber: vatNumberSchema,
});
export type SetUpBusiness = z.infer<typeof setUpBusinessSchema>;

/** POST /set-up/shop */
export const setUpShopSchema = z.object({
  shop: idSchema,
  name: typedNameSchema,
  address: z.array(lineSchema).check(z.minLength(1), z.maxLength(ADDRESS_LINES_MAX)),
  startOfDay: startOfDaySchema,
  openingHours: z.nullable(openingHoursSchema),
});
export type SetUpShop = z.infer<typeof setUpShopSchema>;

/** POST /set-up/tax */
export const setUpTaxSchema = z.extend(taxWaySchema, { shop: idSchema });
export type SetUpTax = z.infer<typeof setUpTaxSchema>;

/** POST /set-up/step; `open` takes back what was said. */
export const sayStepSchema = z.object({
  shop: idSchema,
  step: setUpStepSchema,
  said: z.enum(['done', 'skipped', 'open']),
});
export type SayStep = z.infer<typeof sayStepSchema>;
