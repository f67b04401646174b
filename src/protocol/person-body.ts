/** Schemas of what a person chooses at a till: who it is stands in the clear, name and PIN only head office can read. */
import * as z from 'zod/mini';
import type { PersonTold, Sealed } from '../domain/fact-body.ts';
import { base64UrlSchema, idSchema, nameSchema } from './scalars.ts';

const sealedSchema = z.object({
  ephemeral: base64UrlSchema.check(z.maxLength(200)),
  iv: base64UrlSchema.check(z.maxLength(40)),
  box: base64UrlSchema.check(z.maxLength(2_000)),
}) satisfies z.ZodMiniType<Sealed>;

export const personToldSchema = z.object({
  staff: idSchema,
  sealed: sealedSchema,
}) satisfies z.ZodMiniType<PersonTold>;

/** What is inside. The name is null where only a PIN was chosen. */
export const personSecretSchema = z.object({
  name: z.nullable(nameSchema),
  pin: z.string().check(z.regex(/^(\d{4}|\d{6})$/)),
});
export type PersonSecret = z.infer<typeof personSecretSchema>;
