/** The two requests of the sending lane: a batch of facts, and a probe that sends none and asks how far head office is. */
import { sign } from '../journal/keys.ts';
import { encodePush } from '../journal/push-body.ts';
import type { ChainPoint } from '../journal/verify-chain.ts';
import { PUSH_BYTES_MAX } from '../protocol/limits.ts';
import { pushAnswerSchema, type PushAnswer, type PushHeader } from '../protocol/push.ts';
import { TILL_ROUTES } from '../protocol/till-messages.ts';
import { PROTOCOL_VERSION, PROTOCOLS_SPOKEN, type Protocol } from '../protocol/version.ts';
import { exchange, type Exchanged, type Line } from './exchange.ts';
import type { Journal, StoredFact } from './ports.ts';

export const PUSH_DEADLINE_MS = 20_000;
const PROBE_DEADLINE_MS = 10_000;
/** Left for the header line and the line ends. */
const HEADER_BYTES_MAX = 4_096;
const NDJSON_GZIP = { 'content-type': 'application/x-ndjson', 'content-encoding': 'gzip' };

/** Where the facts come from: the journal, or as much of it as rescue can read. */
export type FactSource = Pick<Journal, 'factsAfter' | 'report'>;

export interface Offer {
  /** The branch on this tablet. */
  readonly inc: string;
  /** The incarnation its facts state, where that is not `inc`. */
  readonly chain?: string;
  /** The last fact proved to be there: the batch begins after it. */
  readonly after: ChainPoint;
}

export interface Pushed {
  readonly sent: number;
  readonly exchanged: Exchanged<PushAnswer>;
}

export async function pushFacts(
  line: Line,
  journal: FactSource,
  offer: Offer,
  limit: number,
): Promise<Pushed> {
  const held = await journal.factsAfter(offer.inc, offer.after.no, limit);
  const facts = fitting(followingOn(held, offer.after.no));
  const last = facts.at(-1);
  // A batch of nothing is no question.
  if (last === undefined) return { sent: 0, exchanged: { is: 'noNews', why: 'server', retryAfterMs: 0 } };
  const sig = await sign(line.credentials.privateKey, last.hash);
  const exchanged = await post(line, journal, offer, { facts, sig });
  return { sent: facts.length, exchanged };
}

export function probeHead(line: Line, journal: FactSource, offer: Offer): Promise<Exchanged<PushAnswer>> {
  return post(line, journal, offer, null);
}

/** Up to a gap, which is another matter. */
function followingOn(facts: readonly StoredFact[], after: number): readonly StoredFact[] {
  const gap = facts.findIndex(({ no }, index) => no !== after + 1 + index);
  return gap < 0 ? facts : facts.slice(0, gap);
}

/** As many as the wire takes, and always one: the till never skips a fact. */
function fitting(facts: readonly StoredFact[]): readonly StoredFact[] {
  const encoder = new TextEncoder();
  let left = PUSH_BYTES_MAX - HEADER_BYTES_MAX;
  const tooMuch = facts.findIndex(({ bytes }) => (left -= encoder.encode(bytes).length + 1) < 0);
  return tooMuch < 0 ? facts : facts.slice(0, Math.max(1, tooMuch));
}

interface Batch {
  readonly facts: readonly StoredFact[];
  readonly sig: string;
}

async function post(
  line: Line,
  journal: FactSource,
  offer: Offer,
  batch: Batch | null,
): Promise<Exchanged<PushAnswer>> {
  const answered = await postOnce(line, journal, offer, batch);
  if (answered.is === 'ok') line.protocol.current = spokenBy(answered.value);
  if (!isOfOlderServer(line, answered)) return answered;
  line.protocol.current = OLDEST;
  return postOnce(line, journal, offer, batch);
}

const [OLDEST] = PROTOCOLS_SPOKEN;

/** A server that never heard of versions says none, and speaks the first. */
function spokenBy({ protocol = OLDEST }: PushAnswer): Protocol {
  return protocol >= PROTOCOL_VERSION ? PROTOCOL_VERSION : OLDEST;
}

/** Its own sealed word that it cannot read our header: version 1 had no other word for it than a bad batch. */
function isOfOlderServer(line: Line, answered: Exchanged<PushAnswer>): boolean {
  if (line.protocol.current === OLDEST || answered.is !== 'halve') return false;
  return answered.code === 'protocol-unknown' || answered.code === 'batch-invalid';
}

async function postOnce(
  line: Line,
  journal: FactSource,
  { inc, chain = inc, after }: Offer,
  batch: Batch | null,
): Promise<Exchanged<PushAnswer>> {
  const header: PushHeader = {
    protocol: line.protocol.current,
    till: line.credentials.till,
    inc: chain,
    from: after.no + 1,
    prevHash: after.hash,
    sig: batch?.sig ?? '',
    report: await journal.report(),
  };
  const lines = batch?.facts.map((fact) => fact.bytes) ?? [];
  const ask = {
    method: 'POST',
    target: batch === null ? TILL_ROUTES.head : TILL_ROUTES.push,
    body: await line.pack(encodePush(header, lines)),
    headers: NDJSON_GZIP,
    deadlineMs: batch === null ? PROBE_DEADLINE_MS : PUSH_DEADLINE_MS,
    // A probe too is a batch, of no facts: a server that cannot read its header refuses it in the same words.
    isPush: true,
  } as const;
  return exchange(line, ask, pushAnswerSchema);
}
