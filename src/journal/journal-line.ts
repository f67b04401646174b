/**
 * One fact as a line of a file: `{"fact":<bytes as made>,"hash":"<64 hex>"}`. The bytes are cut out of the line as they
 * stand, never parsed and written anew, so what was hashed is what is read. Used by exports and by the second copy.
 */
import type { KeptFact } from './verify-chain.ts';

/** A fact beside the hash that was recorded with it. */
export type RecordedFact = Required<KeptFact>;

const BEFORE_FACT = '{"fact":';
const BEFORE_HASH = ',"hash":"';
const AFTER_HASH = '"}';
const HASH_LENGTH = 64;
const TAIL_LENGTH = BEFORE_HASH.length + HASH_LENGTH + AFTER_HASH.length;

/** @returns the line without its line end; canonical bytes hold none themselves. */
export function writeJournalLine({ bytes, hash }: RecordedFact): string {
  return `${BEFORE_FACT}${bytes}${BEFORE_HASH}${hash}${AFTER_HASH}`;
}

/** @returns null when the line has another shape. Whether the bytes are a fact and give the hash is for the verifier. */
export function readJournalLine(line: string): RecordedFact | null {
  if (!line.startsWith(BEFORE_FACT) || !line.endsWith(AFTER_HASH)) return null;
  const bytesEnd = line.length - TAIL_LENGTH;
  const hash = line.slice(bytesEnd + BEFORE_HASH.length, -AFTER_HASH.length);
  const isShaped = bytesEnd > BEFORE_FACT.length && line.startsWith(BEFORE_HASH, bytesEnd);
  return isShaped && /^[0-9a-f]{64}$/.test(hash)
    ? { bytes: line.slice(BEFORE_FACT.length, bytesEnd), hash }
    : null;
}
