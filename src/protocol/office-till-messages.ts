/** What the office asks and is told of its tills, under /api/v1/people; JSON both ways. */
import * as z from 'zod/mini';
import {
  countSchema,
  factNumberSchema,
  idSchema,
  millisecondsSchema,
  moneySchema,
  nameSchema,
} from './scalars.ts';
import { tillReadinessSchema } from './push.ts';

/** GET /tills?shop= */
export const tillRowSchema = z.object({
  till: idSchema,
  name: nameSchema,
  series: z.nullable(idSchema),
  status: z.enum(['waitingForTablet', 'enrolled', 'revoked']),
  lastHeardAt: z.nullable(millisecondsSchema),
  app: z.nullable(idSchema),
  onTablet: z.object({ sales: countSchema, value: moneySchema }),
  /** As the till last told it; null from a till that did not. */
  readiness: z.nullable(tillReadinessSchema),
  /** Its open enrolment code, when there is one. */
  codeExpiresAt: z.nullable(millisecondsSchema),
  /** Id of the drawer its cash goes into; null for one of its own. */
  drawer: z.nullable(idSchema),
  /** Stands in for nobody yet: its code lies in the safe. Absent from a server that printed none. */
  isSpare: z.optional(z.boolean()),
  /** What keeps it in its shop for now; null: it may move. */
  staysFor: z.optional(z.nullable(z.enum(['openShift', 'waitingFacts', 'revoked']))),
});
export const drawerRowSchema = z.object({
  id: idSchema,
  name: nameSchema,
  tills: z.readonly(z.array(z.object({ till: idSchema, name: nameSchema }))),
  /** The till that opens with its float and counts; null where none uses it. */
  countedAt: z.nullable(idSchema),
});
export type DrawerRow = z.infer<typeof drawerRowSchema>;
export const tillsSchema = z.object({ tills: z.array(tillRowSchema), drawers: z.array(drawerRowSchema) });
export type TillRow = z.infer<typeof tillRowSchema>;

/** POST /tills {shop, name} and POST /tills/:till/code: a fresh code, shown once. */
export const addTillRequestSchema = z.object({ shop: idSchema, name: nameSchema });
export const tillCodeSchema = z.object({
  till: idSchema,
  name: nameSchema,
  code: idSchema,
  expiresAt: millisecondsSchema,
  /** By the server's clock, so that a countdown does not hang on the office's. */
  issuedAt: millisecondsSchema,
});
export type TillCode = z.infer<typeof tillCodeSchema>;

/** POST /tills/:till/name {name}; answers the till's row. */
export const renameTillRequestSchema = z.object({ name: nameSchema });
/** POST /tills/:till/replace {why}: a code that lets another tablet take the till over. */
export const replaceTillRequestSchema = z.object({ why: nameSchema });
/** POST /tills/:till/move {shop, name}: the till ends where it is, and a till of the other shop takes its place; answers that one's code. */
export const moveTillRequestSchema = z.object({ shop: idSchema, name: nameSchema });
/** POST /spare-codes {shop, name}: fresh codes for the safe, for tills called so with a number; those printed before end. */
export const spareCodesRequestSchema = z.object({ shop: idSchema, name: nameSchema });
export const spareCodesSchema = z.object({ codes: z.array(tillCodeSchema) });
export type SpareCodes = z.infer<typeof spareCodesSchema>;

/** POST /tills/:till/drawer {drawer}: where its cash goes from its next shift on; answers the till's row. */
export const assignDrawerRequestSchema = z.object({ drawer: idSchema });
/** POST /drawers/:drawer {name, countedAt}: its name, and the till of it that counts; answers the drawer. */
export const changeDrawerRequestSchema = z.object({ name: nameSchema, countedAt: z.nullable(idSchema) });

/** POST /tills/:till/revoke and /unrevoke {why}; answers the till's row. */
export const revokeRequestSchema = z.object({ why: nameSchema });

/** GET /tills/:till/journal: how far the ledger holds each incarnation; for the preview of an exported file. */
export const journalHeldSchema = z.object({
  name: nameSchema,
  held: z.array(z.object({ inc: idSchema, no: factNumberSchema })),
});
export type JournalHeld = z.infer<typeof journalHeldSchema>;

/** POST /tills/:till/journal: writes down that a file of this till was imported. The facts themselves prove where they are from. */
export const journalImportedSchema = z.object({
  madeAt: millisecondsSchema,
  facts: countSchema,
  appended: countSchema,
});
export const notedSchema = z.object({ noted: z.literal(true) });
