/** What the app and the worker of the second copy say to each other. */
import * as z from 'zod/mini';

export const copyRequestSchema = z.object({
  id: z.int(),
  act: z.enum(['read', 'marker', 'mark', 'append', 'begin', 'finish', 'erase']),
  text: z.string(),
});
export type CopyRequest = z.infer<typeof copyRequestSchema>;

export const copyAnswerSchema = z.discriminatedUnion('is', [
  /** Files oldest first; the marker as the only one. */
  z.object({ is: z.literal('done'), id: z.int(), texts: z.array(z.string()) }),
  /** This engine has no such files. */
  z.object({ is: z.literal('absent'), id: z.int() }),
  z.object({ is: z.literal('failed'), id: z.int(), why: z.string() }),
]);
export type CopyAnswer = z.infer<typeof copyAnswerSchema>;
