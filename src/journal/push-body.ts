/** The body of a push: NDJSON, a header line and then each fact as its stored bytes. Compression is the carrier's. */
import { PUSH_FACTS_MAX } from '../protocol/limits.ts';
import { pushHeaderSchema, type PushHeader } from '../protocol/push.ts';

export function encodePush(header: PushHeader, facts: readonly string[]): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode([JSON.stringify(header), ...facts].join('\n'));
}

export type DecodedPush =
  | { readonly is: 'push'; readonly header: PushHeader; readonly facts: readonly string[] }
  | { readonly is: 'unreadable'; readonly why: 'header' | 'too-many-facts' };

/** The facts are left as text: whether each one is a fact is for the ledger to say. */
export function decodePush(text: string): DecodedPush {
  const [first = '', ...rest] = text.split('\n');
  const header = parseHeader(first);
  if (header === null) return { is: 'unreadable', why: 'header' };
  const facts = rest.at(-1) === '' ? rest.slice(0, -1) : rest;
  return facts.length > PUSH_FACTS_MAX
    ? { is: 'unreadable', why: 'too-many-facts' }
    : { is: 'push', header, facts };
}

function parseHeader(line: string): PushHeader | null {
  try {
    const parsed = pushHeaderSchema.safeParse(JSON.parse(line));
    return parsed.success ? parsed.data : null;
  } catch {
    // Not JSON: no header.
    return null;
  }
}
