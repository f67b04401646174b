/** Reads a fact's envelope from its bytes and hashes them; the body is left for later, so no body can fail here. */
import { factSchema } from '../protocol/fact.ts';
import { sha256Hex } from './digest.ts';
import type { MadeFact } from './make-fact.ts';
import { readJson } from './read-json.ts';

/** @returns null when the bytes are no fact. */
export async function readFact(bytes: string): Promise<MadeFact | null> {
  const parsed = factSchema.safeParse(readJson(bytes));
  return parsed.success ? { fact: parsed.data, bytes, hash: await sha256Hex(bytes) } : null;
}
