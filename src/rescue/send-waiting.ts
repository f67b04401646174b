/** Sends what head office may not have, with the till's key, as the app does. The tablet's own records stay as they are. */
import type { HeldSource } from '../journal/export-source.ts';
import type { UnsignedRun } from '../journal/write-journal-export.ts';
import type { ChainPoint } from '../journal/verify-chain.ts';
import type { TillReport } from '../protocol/push.ts';
import type { Exchanged, Line } from '../sync/exchange.ts';
import type { StoredFact } from '../sync/ports.ts';
import { probeHead, pushFacts, type FactSource, type Offer } from '../sync/push-facts.ts';

export type SendEnd =
  /** All of it is proved to be there. */
  | { readonly is: 'arrived' }
  | { readonly is: 'unreachable' }
  /** Head office answered, and does not take this till's word. */
  | { readonly is: 'denied' }
  /** Head office needs earlier facts that this tablet does not have any more. */
  | { readonly is: 'gap' };

export interface Sending {
  readonly line: Line;
  readonly source: HeldSource;
  readonly start: (run: UnsignedRun) => ChainPoint;
  /** What the till says of itself while so much has arrived. */
  readonly report: (arrived: Arrived) => TillReport;
  readonly onProgress: (arrived: Arrived) => void;
}

/** Per run, the number up to which head office has proved to hold it. */
export type Arrived = ReadonlyMap<UnsignedRun, number>;

const BATCH_FACTS = 100;
const TRIES_MAX = 3;
const PAUSE_MS_MIN = 500;
const PAUSE_MS_MAX = 5_000;

export async function sendWaiting(sending: Sending): Promise<SendEnd> {
  const { source, start, onProgress } = sending;
  const arrived = new Map(source.runs.map((run) => [run, start(run).no]));
  for (const run of source.runs) {
    const end = await sendRun(sending, run, arrived, () => onProgress(arrived));
    if (end.is !== 'arrived') return end;
  }
  return { is: 'arrived' };
}

async function sendRun(
  sending: Sending,
  run: UnsignedRun,
  arrived: Map<UnsignedRun, number>,
  onProgress: () => void,
): Promise<SendEnd> {
  const facts = factSource(sending, run, arrived);
  // What the tablet believes to be there may be lost since, by a restore: head office says itself what it has.
  const asked = await ask(sending, facts, { inc: run.inc, after: run.head });
  if (asked.is !== 'ok') return endOf(asked);
  let after = (await isOurs(facts, run, asked.value.head)) ? asked.value.head : beginning(run);
  let limit = BATCH_FACTS;
  // A server that goes backwards is followed, once per number: no answer can make this go on for ever.
  const offered = new Set<string>();
  while (after.no < run.head.no) {
    if (offered.has(offerKey(after, limit))) return { is: 'gap' };
    offered.add(offerKey(after, limit));
    const offer = { inc: run.inc, after };
    const { sent, exchanged } = await patiently(() => pushFacts(sending.line, facts, offer, limit));
    if (exchanged.is === 'halve' && sent > 1) {
      limit = Math.floor(sent / 2);
      continue;
    }
    if (exchanged.is !== 'ok') return endOf(exchanged);
    const { head } = exchanged.value;
    if (!(await isOurs(facts, run, head))) return { is: 'gap' };
    after = head;
    arrived.set(run, head.no);
    onProgress();
  }
  arrived.set(run, run.head.no);
  onProgress();
  // Says last how little waits now, so that the office does not go on counting what has arrived.
  const told = await ask(sending, facts, { inc: run.inc, after });
  return told.is === 'ok' ? { is: 'arrived' } : endOf(told);
}

type Sent = Awaited<ReturnType<typeof pushFacts>>;

async function ask(sending: Sending, facts: FactSource, offer: Offer): Promise<Sent['exchanged']> {
  const asked = async () => ({ sent: 0, exchanged: await probeHead(sending.line, facts, offer) });
  return (await patiently(asked)).exchanged;
}

/** A server that is busy with this till's own app, or just starting, is asked again before it counts as out of reach. */
async function patiently(attempt: () => Promise<Sent>): Promise<Sent> {
  for (let tries = 1; ; tries += 1) {
    const sent = await attempt();
    if (sent.exchanged.is !== 'noNews' || tries === TRIES_MAX) return sent;
    const pauseMs = Math.min(PAUSE_MS_MAX, Math.max(PAUSE_MS_MIN, sent.exchanged.retryAfterMs));
    await new Promise((resolve) => setTimeout(resolve, pauseMs));
  }
}

function beginning(run: UnsignedRun): ChainPoint {
  return { no: run.from - 1, hash: run.prevHash };
}

function offerKey(after: ChainPoint, limit: number): string {
  return `${String(after.no)} ${after.hash} ${String(limit)}`;
}

function endOf(exchanged: Exclude<Exchanged<unknown>, { readonly is: 'ok' }>): SendEnd {
  return exchanged.is === 'denied' ? { is: 'denied' } : { is: 'unreachable' };
}

interface RunFacts extends FactSource {
  readonly at: (no: number) => Promise<StoredFact | undefined>;
}

function factSource({ source, report }: Sending, run: UnsignedRun, arrived: Arrived): RunFacts {
  const factsAfter = async (_inc: string, no: number, limit: number): Promise<StoredFact[]> => {
    const last = Math.min(run.head.no, no + limit);
    return no >= last ? [] : [...(await source.between(run, no + 1, last))];
  };
  return {
    factsAfter,
    at: async (no) => (await factsAfter(run.inc, no - 1, 1))[0],
    report: () => Promise.resolve(report(arrived)),
  };
}

async function isOurs(facts: RunFacts, run: UnsignedRun, head: ChainPoint): Promise<boolean> {
  if (head.no === run.from - 1) return head.hash === run.prevHash;
  return head.no >= run.from && (await facts.at(head.no))?.hash === head.hash;
}
