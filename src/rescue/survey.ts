/** Looks through the whole journal once: is every fact as it was made, and which sales are not known to be at head office. */
import { exportSource, type HeldSource } from '../journal/export-source.ts';
import { readFact } from '../journal/read-fact.ts';
import { readJson } from '../journal/read-json.ts';
import type { ChainPoint } from '../journal/verify-chain.ts';
import type { UnsignedRun } from '../journal/write-journal-export.ts';
import type { JournalFault } from '../protocol/journal-fault.ts';
import { receiptFactSchema } from './raw-rows.ts';
import type { Tablet } from './read-tablet.ts';

export interface WaitingReceipt {
  readonly run: UnsignedRun;
  readonly no: number;
  /** Minor units of the shop's currency; below zero when money was given back. */
  readonly gross: number;
  readonly receipt: string;
}

export interface Survey {
  readonly source: HeldSource;
  readonly facts: number;
  readonly waitingFacts: number;
  readonly waiting: readonly WaitingReceipt[];
  /** The first fact that is not as it was made. */
  readonly fault: JournalFault | null;
}

/** @param onProgress how many facts were looked at. */
export async function survey(tablet: Tablet, onProgress: (facts: number) => void): Promise<Survey> {
  const source = await exportSource(tablet.branches);
  const waiting: WaitingReceipt[] = [];
  let [facts, waitingFacts] = [0, 0];
  let fault: JournalFault | null = null;
  for (const run of source.runs) {
    const acknowledged = startOf(run, tablet.acknowledged);
    let before = run.prevHash;
    let no = run.from - 1;
    for await (const portion of source.facts(run)) {
      for (const kept of portion) {
        no += 1;
        fault ??= await faultOf(kept, run, no, before);
        before = kept.hash;
        if (no > acknowledged.no) waiting.push(...receiptIn(kept.bytes, run, no));
        if (no > acknowledged.no) waitingFacts += 1;
      }
      facts += portion.length;
      onProgress(facts);
    }
  }
  return { source, facts, waitingFacts, waiting, fault };
}

/** Where sending a run begins: after what is known to have arrived, or at its beginning. */
export function startOf(run: UnsignedRun, acknowledged: ReadonlyMap<string, ChainPoint>): ChainPoint {
  const known = acknowledged.get(run.inc);
  if (known !== undefined && known.no >= run.from && known.no <= run.head.no) return known;
  return { no: run.from - 1, hash: run.prevHash };
}

async function faultOf(
  kept: { readonly bytes: string; readonly hash: string },
  { inc, series }: UnsignedRun,
  no: number,
  before: string,
): Promise<JournalFault | null> {
  const made = await readFact(kept.bytes);
  if (made === null) return { is: 'unreadable', series, no };
  if (made.hash !== kept.hash) return { is: 'altered', series, no };
  if (made.fact.inc !== inc || made.fact.no !== no) return { is: 'missing', series, no };
  return made.fact.prev === before ? null : { is: 'unlinked', series, no };
}

function receiptIn(bytes: string, run: UnsignedRun, no: number): WaitingReceipt[] {
  const parsed = receiptFactSchema.safeParse(readJson(bytes));
  if (!parsed.success) return [];
  const { receipt, totals } = parsed.data.body;
  return [{ run, no, gross: totals.gross, receipt }];
}
