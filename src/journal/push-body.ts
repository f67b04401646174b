/** The body of a push: NDJSON, a header line and then each fact as its stored bytes. Compression is the carrier's. */
import { PUSH_FACTS_MAX } from '../protocol/limits.ts';
import { pushHeaderSchema, type PushHeader } from '../protocol/push.ts';
import { PROTOCOL_VERSION } from '../protocol/version.ts';
import { readJson } from './read-json.ts';

export function encodePush(header: PushHeader, facts: readonly string[]): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode([JSON.stringify(header), ...facts].join('\n'));
}

export type DecodedPush =
  | { readonly is: 'push'; readonly header: PushHeader; readonly facts: readonly string[] }
  | { readonly is: 'unreadable'; readonly why: 'header' | 'protocol' | 'too-many-facts' };

/** The facts are left as text: whether each one is a fact is for the ledger to say. */
export function decodePush(text: string): DecodedPush {
  const [first = '', ...rest] = text.split('\n');
  const json = readJson(first);
  const header = pushHeaderSchema.safeParse(json);
  if (!header.success) return { is: 'unreadable', why: isOfLaterProtocol(json) ? 'protocol' : 'header' };
  const facts = rest.at(-1) === '' ? rest.slice(0, -1) : rest;
  return facts.length > PUSH_FACTS_MAX
    ? { is: 'unreadable', why: 'too-many-facts' }
    : { is: 'push', header: header.data, facts };
}

/** Whoever speaks a version that is not known here is told so, and speaks an older one. */
function isOfLaterProtocol(header: unknown): boolean {
  if (typeof header !== 'object' || header === null || !('protocol' in header)) return false;
  return typeof header.protocol === 'number' && header.protocol > PROTOCOL_VERSION;
}
