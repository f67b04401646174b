/** Where a till's catalogue pull goes on: opaque to the till, and worth nothing in another epoch. */
import * as z from 'zod/mini';
import { decodeBase64UrlText, encodeBase64UrlText } from '../../journal/base64url.ts';
import { countSchema, idSchema } from '../../protocol/scalars.ts';

const cursorSchema = z.discriminatedUnion('is', [
  /** Everything up to the version is held. */
  z.object({ is: z.literal('changes'), epoch: idSchema, version: countSchema }),
  /** A snapshot of that version is held up to that product; `page` comes next. */
  z.object({
    is: z.literal('snapshot'),
    epoch: idSchema,
    version: countSchema,
    page: countSchema,
    after: z.string(),
  }),
]);
export type CatalogueCursor = z.infer<typeof cursorSchema>;

export function encodeCursor(cursor: CatalogueCursor): string {
  return encodeBase64UrlText(JSON.stringify(cursor));
}

/** @returns null for an empty or foreign one: then a snapshot is due. */
export function decodeCursor(text: string): CatalogueCursor | null {
  const json = decodeBase64UrlText(text);
  if (json === null) return null;
  try {
    const parsed = cursorSchema.safeParse(JSON.parse(json));
    return parsed.success ? parsed.data : null;
  } catch {
    // Not JSON: not a cursor of ours.
    return null;
  }
}
