/** Makes the next fact of a journal: its canonical bytes and their hash, kept as made for ever. */
import type { FactBody } from '../domain/fact-body.ts';
import type { Fact } from '../protocol/fact.ts';
import { FACT_VERSION } from '../protocol/version.ts';
import { canonicalText } from './canonical.ts';
import { sha256Hex } from './digest.ts';

/** Version of the bodies' schemas as they are written today; older ones are read for ever. */
const BODY_SCHEMA = 1;

/** All of a fact but what happened. */
export type FactEnvelope = Omit<Fact, 'v' | 'kind' | 'schema' | 'body'>;

export interface MadeFact {
  readonly fact: Fact;
  /** Canonical JSON, as text; its UTF-8 bytes are what is hashed. */
  readonly bytes: string;
  readonly hash: string;
}

export async function makeFact(envelope: FactEnvelope, happened: FactBody): Promise<MadeFact> {
  const fact: Fact = {
    v: FACT_VERSION,
    ...envelope,
    kind: happened.kind,
    schema: BODY_SCHEMA,
    body: happened.body,
  };
  const bytes = canonicalText(fact);
  return { fact, bytes, hash: await sha256Hex(bytes) };
}
