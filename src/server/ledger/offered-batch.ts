/** A push as the ledger takes it: lines with their numbers by position, hashes and marks; pure reading, nothing decided. */
import { createHash } from 'node:crypto';
import { factSchema, NO_FACT_HASH, type Fact } from '../../protocol/fact.ts';
import type { PushHeader } from '../../protocol/push.ts';

/** The last fact before a run: number 0 and NO_FACT_HASH at a journal's beginning. */
export interface ChainPoint {
  readonly no: number;
  readonly hash: string;
}

export const JOURNAL_START: ChainPoint = { no: 0, hash: NO_FACT_HASH };

export type Mark =
  'fork' | 'brokenLink' | 'badSignature' | 'revokedTill' | 'recovered' | 'imported' | 'replacedTablet';

export interface OfferedFact extends ChainPoint {
  /** As sent; where the database cannot hold the text, as base64 with its prefix. */
  readonly bytes: string;
  readonly prev: string | null;
  readonly kind: string | null;
  /** By the till's anchored clock; null where the envelope cannot be read. */
  readonly at: number | null;
  readonly brokenLink: boolean;
  /** Why the envelope cannot be taken at its word, or null. */
  readonly quarantined: string | null;
}

export interface OfferedBatch {
  readonly till: string;
  readonly inc: string;
  readonly from: number;
  /** What the till says it has before `from`. */
  readonly before: ChainPoint;
  readonly facts: readonly OfferedFact[];
  /** The last fact, or `before` when there is none. */
  readonly tip: ChainPoint;
}

/** Where the lines belong, as whoever offers them says. */
export type Offering = Pick<PushHeader, 'till' | 'inc' | 'from' | 'prevHash'>;

export function readOffered(header: Offering, lines: readonly string[]): OfferedBatch {
  const before = header.from === 1 ? JOURNAL_START : { no: header.from - 1, hash: header.prevHash };
  const facts: OfferedFact[] = [];
  let tip: ChainPoint = before;
  for (const line of lines) {
    const fact = readLine(line, header, tip);
    facts.push(fact);
    tip = fact;
  }
  return { till: header.till, inc: header.inc, from: header.from, before, facts, tip };
}

function readLine(line: string, header: Offering, before: ChainPoint): OfferedFact {
  const no = before.no + 1;
  const hash = createHash('sha256').update(line).digest('hex');
  const envelope = readEnvelope(line);
  if (envelope === null) return unreadable(line, no, hash, 'not a fact');
  const foreign = foreignField(envelope, header, no);
  if (foreign !== null) return unreadable(line, no, hash, foreign);
  const { prev, kind, at } = envelope;
  return {
    no,
    hash,
    bytes: line,
    prev,
    kind,
    at: at.anchored,
    brokenLink: prev !== before.hash,
    quarantined: null,
  };
}

function readEnvelope(line: string): Fact | null {
  try {
    const parsed = factSchema.safeParse(JSON.parse(line));
    return parsed.success && !parsed.data.kind.includes('\0') ? parsed.data : null;
  } catch {
    // Not JSON: not a fact.
    return null;
  }
}

function foreignField(fact: Fact, header: Offering, no: number): string | null {
  if (fact.till !== header.till) return 'another till';
  if (fact.inc !== header.inc) return 'another incarnation';
  if (fact.no !== no) return 'another number';
  return null;
}

function unreadable(line: string, no: number, hash: string, quarantined: string): OfferedFact {
  return {
    no,
    hash,
    bytes: storable(line),
    prev: null,
    kind: null,
    at: null,
    brokenLink: false,
    quarantined,
  };
}

/** PostgreSQL's text has no place for U+0000, and honest JSON never holds it raw. */
function storable(line: string): string {
  return line.includes('\0') ? `base64:${Buffer.from(line).toString('base64')}` : line;
}
