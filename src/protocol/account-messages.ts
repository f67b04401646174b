/** What the office and the people plane say about one's own account, and about sign-ins, under /api/v1/people. */
import * as z from 'zod/mini';
import { countSchema, idSchema, millisecondsSchema, nameSchema } from './scalars.ts';

/** NIST SP 800-63B asks for 8 beside a second factor, and 15 without: a phrase, not a puzzle. */
export const PASSWORD_LENGTH_MIN = 12;
export const PASSWORD_LENGTH_MAX = 200;
const CODE_LENGTH_MAX = 40;

const passwordSchema = z.string().check(z.minLength(1), z.maxLength(PASSWORD_LENGTH_MAX));
const codeSchema = z.string().check(z.minLength(1), z.maxLength(CODE_LENGTH_MAX));

/** GET /account */
export const accountSchema = z.object({
  email: z.string(),
  /** A password that the office made opens nothing from then on; null for one of their own. */
  passwordUntil: z.nullable(millisecondsSchema),
  secondFactor: z.object({
    /** Null: off. */
    since: z.nullable(millisecondsSchema),
    recoveryCodes: countSchema,
  }),
});
export type Account = z.infer<typeof accountSchema>;

/** POST /account/password; ends the person's other sign-ins. */
export const changePasswordSchema = z.object({ old: passwordSchema, wanted: passwordSchema });

/** POST /account/second-factor: a secret for an authenticator app, which is on once its first code was typed. */
export const secondFactorBegunSchema = z.object({ secret: z.string(), uri: z.string() });
export type SecondFactorBegun = z.infer<typeof secondFactorBegunSchema>;

/** POST /account/second-factor/confirm */
export const confirmSecondFactorSchema = z.object({ code: codeSchema });
/** Told this once. */
export const recoveryCodesSchema = z.object({ recoveryCodes: z.array(z.string()) });

/** POST /account/second-factor/end */
export const endSecondFactorSchema = z.object({ password: passwordSchema, code: codeSchema });

/** GET /sign-ins: one's own, and everybody's for an owner; the last seen first. */
export const signInRowSchema = z.object({
  id: idSchema,
  name: nameSchema,
  isMine: z.boolean(),
  /** The one that asks. */
  isThis: z.boolean(),
  device: z.string(),
  since: millisecondsSchema,
  lastSeenAt: millisecondsSchema,
});
export type SignInRow = z.infer<typeof signInRowSchema>;
export const signInsSchema = z.object({ signIns: z.array(signInRowSchema) });

export const doneSchema = z.object({ done: z.literal(true) });
