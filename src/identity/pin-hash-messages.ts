/** What a screen's thread and the hashing worker say to each other. */
import * as z from 'zod/mini';
import { pinParametersSchema } from '../protocol/roster.ts';

const bytesSchema = z.instanceof(Uint8Array<ArrayBuffer>);

export const hashRequestSchema = z.object({
  id: z.int(),
  pin: z.string(),
  salt: bytesSchema,
  parameters: pinParametersSchema,
});
export type HashRequest = z.infer<typeof hashRequestSchema>;

export const hashAnswerSchema = z.discriminatedUnion('is', [
  z.object({ is: z.literal('hashed'), id: z.int(), hash: bytesSchema }),
  z.object({ is: z.literal('failed'), id: z.int(), why: z.string() }),
]);
export type HashAnswer = z.infer<typeof hashAnswerSchema>;
