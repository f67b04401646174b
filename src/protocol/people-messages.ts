/** What the office and the people plane say to each other, under /api/v1/people; JSON both ways. */
import * as z from 'zod/mini';
import { cardDaySchema } from './card-messages.ts';
import {
  countSchema,
  daySchema,
  factNumberSchema,
  hashSchema,
  idSchema,
  millisecondsSchema,
  moneySchema,
  nameSchema,
} from './scalars.ts';
import { receiptBodySchema } from './receipt-body.ts';
import { roleSchema } from './roster.ts';
import { flagSchema, settlementSchema } from './settlement-messages.ts';
import { signOffSchema } from './sign-off-messages.ts';
import { takingsSchema } from './takings-message.ts';

/** POST /sign-in. */
export const signInRequestSchema = z.object({
  email: z.string().check(z.minLength(3), z.maxLength(200)),
  password: z.string().check(z.minLength(1), z.maxLength(200)),
  /** Of the second factor, where the account has one: asked for by 401 code-invalid. */
  code: z.optional(z.string().check(z.maxLength(40))),
});

/** GET /me, and the answer of POST /sign-in. */
export const meSchema = z.object({
  id: idSchema,
  name: nameSchema,
  role: roleSchema,
  businessId: idSchema,
  business: nameSchema,
  /** Absent from an older server. */
  kind: z.exactOptional(z.enum(['real', 'demo', 'drill', 'canary'])),
  shops: z.array(
    z.object({
      id: idSchema,
      name: nameSchema,
      locale: idSchema,
      timeZone: idSchema,
      currency: z.object({ code: z.string(), digits: z.int() }),
      today: daySchema,
    }),
  ),
});
export type Me = z.infer<typeof meSchema>;

/** A drawer's day over all its tills. */
export const drawerDaySchema = z.object({
  drawer: idSchema,
  name: nameSchema,
  tills: z.array(nameSchema),
  float: moneySchema,
  /** By the facts received; more may come while it waits for tills. */
  expectedCash: moneySchema,
  countedCash: z.nullable(moneySchema),
  /** Null before every till of it has closed and sent, and where no one count can be compared. */
  difference: z.nullable(moneySchema),
  /** Names of the tills that are still to close or to send. */
  waitsFor: z.array(nameSchema),
  doubt: z.nullable(z.enum(['noCount', 'twoCounts', 'early'])),
  /** Over or short from count to count, where the drawer changed hands. */
  held: z.array(z.object({ holders: z.array(nameSchema), difference: moneySchema })),
});
export type DrawerDay = z.infer<typeof drawerDaySchema>;

/** One run of receipts that share a state, in the order of their numbers. */
export const stripRunSchema = z.object({
  is: z.enum(['received', 'onTablet', 'unreadable', 'lost']),
  first: idSchema,
  last: idSchema,
  count: countSchema,
});

export type StripRun = z.infer<typeof stripRunSchema>;

export const shiftRowSchema = z.object({
  shift: idSchema,
  openedAt: millisecondsSchema,
  openedBy: nameSchema,
  closedAt: z.nullable(millisecondsSchema),
  float: moneySchema,
  /** Float plus cash taken, from the facts received. */
  expectedCash: moneySchema,
  countedCash: z.nullable(moneySchema),
  difference: z.nullable(moneySchema),
});

export type ShiftRow = z.infer<typeof shiftRowSchema>;

export const tillDaySchema = z.object({
  till: idSchema,
  name: nameSchema,
  status: z.enum(['complete', 'notOpened', 'open', 'onTablet', 'unreadable', 'lost', 'silent', 'revoked']),
  firstReceipt: z.nullable(idSchema),
  lastReceipt: z.nullable(idSchema),
  received: countSchema,
  strip: z.array(stripRunSchema),
  /** As the till last reported. */
  onTablet: z.object({ sales: countSchema, value: moneySchema }),
  lastHeardAt: z.nullable(millisecondsSchema),
  takings: takingsSchema,
  shifts: z.array(shiftRowSchema),
});
export type TillDay = z.infer<typeof tillDaySchema>;

export const outageWindowSchema = z.object({
  capability: z.enum(['signIn', 'sending', 'catalogue']),
  from: millisecondsSchema,
  /** Null while it lasts, as far as is known. */
  until: z.nullable(millisecondsSchema),
  tills: countSchema,
  sales: countSchema,
  value: moneySchema,
  /** When the last of those sales was received. */
  lastReceivedAt: z.nullable(millisecondsSchema),
});

export type OutageWindow = z.infer<typeof outageWindowSchema>;

/** An outage on purpose, of one till; how it went. */
export const drillRunSchema = z.object({
  drill: idSchema,
  till: idSchema,
  tillName: nameSchema,
  what: z.enum(['signIn', 'sending', 'everything']),
  startedBy: nameSchema,
  from: millisecondsSchema,
  /** Null while it lasts, as far as is known. */
  until: z.nullable(millisecondsSchema),
  ended: z.nullable(z.enum(['byItself', 'early'])),
  sales: countSchema,
  value: moneySchema,
  /** When the last of those sales was received; null when nothing was sold. */
  lastReceivedAt: z.nullable(millisecondsSchema),
});
export type DrillRun = z.infer<typeof drillRunSchema>;

/** GET /reconcile?shop=&day= */
export const reconciliationSchema = z.object({
  shop: idSchema,
  day: daySchema,
  readAt: millisecondsSchema,
  /** By its opening hours, then; a shop without hours always is. Absent from an older server. */
  isOpen: z.exactOptional(z.boolean()),
  /** True until every reported receipt is in. */
  soFar: z.boolean(),
  takings: takingsSchema,
  receipts: z.object({ received: countSchema, known: countSchema }),
  drawers: z.object({
    counted: countSchema,
    all: countSchema,
    difference: moneySchema,
    /** A drawer over or short by no more is shown, not asked about. */
    tolerance: moneySchema,
  }),
  drawerDays: z.array(drawerDaySchema),
  cards: cardDaySchema,
  tills: z.array(tillDaySchema),
  flags: z.array(flagSchema),
  /** What was decided of this day's flags, the latest first. */
  settlements: z.array(settlementSchema),
  signOff: signOffSchema,
  outages: z.array(outageWindowSchema),
  /** Apart from outages: nothing was down. */
  drills: z.array(drillRunSchema),
});
export type Reconciliation = z.infer<typeof reconciliationSchema>;

/** GET /days?shop= : trading days with anything in them, newest first. */
export const daysSchema = z.object({
  days: z.array(z.object({ day: daySchema, receipts: countSchema, gross: moneySchema })),
});

/** GET /sales?shop=&day=&after=&search= */
export const saleRowSchema = z.object({
  till: idSchema,
  tillName: nameSchema,
  inc: idSchema,
  no: factNumberSchema,
  receipt: idSchema,
  kind: z.enum(['saleCompleted', 'refundGiven']),
  at: millisecondsSchema,
  receivedAt: millisecondsSchema,
  staffName: nameSchema,
  lines: countSchema,
  gross: moneySchema,
  cash: moneySchema,
  card: moneySchema,
  /** False: in no total until a person settles it. */
  posted: z.boolean(),
});
export type SaleRow = z.infer<typeof saleRowSchema>;
export const salesPageSchema = z.object({
  rows: z.array(saleRowSchema),
  /** Opaque; null at the end. */
  after: z.nullable(z.string()),
  total: countSchema,
});
export type SalesPage = z.infer<typeof salesPageSchema>;

/** GET /facts/:till/:inc/:no : the sale down to the fact, its exact bytes as text. */
export const saleDetailSchema = z.object({
  row: saleRowSchema,
  body: receiptBodySchema,
  fact: z.object({
    bytes: z.string(),
    hash: hashSchema,
    prev: z.nullable(hashSchema),
    /** The till's signature over the last fact of the batch that brought it, and so, by the links, over this one. */
    signature: z.object({
      text: z.string(),
      verified: z.boolean(),
      firstNo: factNumberSchema,
      lastNo: factNumberSchema,
    }),
    receivedAt: millisecondsSchema,
    /** Whether the bytes give the hash, and the fact before them has the hash they name; null where that one is not here. */
    hashHolds: z.boolean(),
    linkHolds: z.nullable(z.boolean()),
  }),
});
export type SaleDetail = z.infer<typeof saleDetailSchema>;
