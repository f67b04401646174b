/** Reads a fact as the ledger holds it: the envelope and, by its kind, the body. What cannot be read is said, never thrown. */
import * as z from 'zod/mini';
import type { FactBody } from '../../domain/fact-body.ts';
import { factBodySchema } from '../../protocol/fact-body.ts';
import { factSchema, type Fact } from '../../protocol/fact.ts';
import { readJson } from '../../journal/read-json.ts';

export const factRowSchema = z.object({
  seq: z.int(),
  inc: z.string(),
  no: z.int(),
  hash: z.string(),
  bytes: z.string(),
  marks: z.array(
    z.enum(['fork', 'brokenLink', 'badSignature', 'revokedTill', 'recovered', 'imported', 'replacedTablet']),
  ),
  quarantined: z.nullable(z.string()),
  receivedAt: z.int(),
});
export type FactRow = z.infer<typeof factRowSchema>;

export const FACT_COLUMNS = `till_seq as seq, inc, no, hash, bytes, marks, quarantined, received_at as "receivedAt"`;

export type StoredFact =
  | { readonly is: 'read'; readonly envelope: Fact; readonly happened: FactBody }
  | { readonly is: 'unreadable'; readonly envelope: Fact | null; readonly why: string };

export function readStoredFact(row: Pick<FactRow, 'bytes' | 'quarantined'>): StoredFact {
  if (row.quarantined !== null) return { is: 'unreadable', envelope: null, why: row.quarantined };
  const envelope = factSchema.safeParse(readJson(row.bytes));
  if (!envelope.success) return { is: 'unreadable', envelope: null, why: 'not a fact' };
  const { kind, body } = envelope.data;
  const happened = factBodySchema.safeParse({ kind, body });
  if (happened.success) return { is: 'read', envelope: envelope.data, happened: happened.data };
  return { is: 'unreadable', envelope: envelope.data, why: firstIssue(kind, happened.error) };
}

function firstIssue(kind: string, error: z.core.$ZodError): string {
  const issue = error.issues[0];
  return issue === undefined ? kind : `${kind}: ${issue.path.join('.')} ${issue.message}`;
}
