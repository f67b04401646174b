/** What the office and the people plane say about the people of a business, under /api/v1/people/staff. */
import * as z from 'zod/mini';
import { roleSchema } from './roster.ts';
import { idSchema, millisecondsSchema, nameSchema } from './scalars.ts';

/** Fits under a round on the lock screen of a small tablet. */
export const PERSON_NAME_LENGTH_MAX = 60;

export const typedNameSchema = z.string().check(
  z.trim(),
  z.minLength(1),
  z.maxLength(PERSON_NAME_LENGTH_MAX),
  // One line of text, as it is printed on a receipt.
  z.regex(/^[^\p{Cc}]+$/u),
);

export const personWordsSchema = z.object({ name: typedNameSchema, role: roleSchema });
export type PersonWords = z.infer<typeof personWordsSchema>;

export const personRowSchema = z.object({
  id: idSchema,
  name: nameSchema,
  role: roleSchema,
  since: millisecondsSchema,
  /** When they left the list; null while they are on it. */
  endedAt: z.nullable(millisecondsSchema),
  hasPin: z.boolean(),
  /** Signs in to the office with it; null where there is no account. */
  email: z.nullable(z.string()),
  /** Whether the one who asks may change this entry. */
  mayChange: z.boolean(),
});
export type PersonRow = z.infer<typeof personRowSchema>;

/** GET /staff: those on the list first, by name. */
export const staffSchema = z.object({
  people: z.array(personRowSchema),
  /** Whether the one who asks may give accounts of the office. */
  mayGiveAccounts: z.boolean(),
});

/** POST /staff, /staff/:person {before, after}, /staff/:person/end, /back and /pin. */
export const changePersonSchema = z.object({ before: personWordsSchema, after: personWordsSchema });
export const personChangedSchema = z.object({
  person: personRowSchema,
  /** A new PIN, told this once; null where the one they have stands. */
  pin: z.nullable(z.string()),
});
export type PersonChanged = z.infer<typeof personChangedSchema>;

export const emailSchema = z
  .string()
  .check(z.trim(), z.toLowerCase(), z.maxLength(200), z.regex(/^[^\s@]+@[^\s@]+\.[^\s@]+$/));

/** POST /staff/:person/account {email}: an account of the office with a first password, told this once. */
export const giveAccountSchema = z.object({ email: emailSchema });
export const accountGivenSchema = z.object({
  person: personRowSchema,
  password: z.string(),
  /** The first password opens nothing from then on. */
  until: millisecondsSchema,
});
export type AccountGiven = z.infer<typeof accountGivenSchema>;
