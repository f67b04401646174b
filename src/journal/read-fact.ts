/** Reads a fact's envelope from its bytes and hashes them; the body is left for later, so no body can fail here. */
import { factSchema } from '../protocol/fact.ts';
import { sha256Hex } from './digest.ts';
import type { MadeFact } from './make-fact.ts';

/** @returns null when the bytes are no fact. */
export async function readFact(bytes: string): Promise<MadeFact | null> {
  const parsed = factSchema.safeParse(parseJson(bytes));
  return parsed.success ? { fact: parsed.data, bytes, hash: await sha256Hex(bytes) } : null;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // Not JSON is one more way not to be a fact.
    return undefined;
  }
}
