/**
 * Reads one signed stretch of an exported journal and says what is wrong with it, if anything.
 *
 * A link that does not fit is not blamed at once: when the till's signature proves the facts after it, the fact before
 * it is the one that was altered.
 */
import type { JournalFault } from '../protocol/journal-fault.ts';
import { isStretchFull, signedLineSchema, type ExportRun } from '../protocol/journal-export.ts';
import { readJournalLine, type RecordedFact } from './journal-line.ts';
import { verify } from './keys.ts';
import type { LineSource } from './line-source.ts';
import type { MadeFact } from './make-fact.ts';
import { readFact } from './read-fact.ts';
import { readJson } from './read-json.ts';
import type { ChainPoint } from './verify-chain.ts';

export interface Stretch {
  readonly run: ExportRun;
  readonly facts: readonly MadeFact[];
  readonly head: ChainPoint;
  /** By the till's key over the head's hash. */
  readonly sig: string;
}

export type ReadStretch =
  | { readonly is: 'stretch'; readonly stretch: Stretch }
  | { readonly is: 'fault'; readonly fault: JournalFault };

interface Expected {
  readonly till: string;
  readonly run: ExportRun;
  readonly key: CryptoKey;
  /** The fact before the stretch. */
  readonly after: ChainPoint;
}

export async function readStretch(lines: LineSource, expected: Expected): Promise<ReadStretch> {
  const { run, after } = expected;
  const facts: MadeFact[] = [];
  let [head, bytes] = [after, 0];
  let unlinkedAt: number | null = null;
  // Whatever comes after a link that does not fit, the link was wrong first.
  const fault = (is: FactFaultName, no: number): ReadStretch =>
    unlinkedAt === null ? faulty(is, run, no) : faulty('unlinked', run, unlinkedAt);
  do {
    const placed = await readPlaced(lines, expected, head);
    if (placed.is === 'fault') return fault(placed.why, placed.no);
    const isUnlinked = placed.made.fact.prev !== head.hash;
    // Neither its own link fits nor the next one's.
    if (isUnlinked && unlinkedAt === head.no) return faulty('unlinked', run, head.no);
    if (isUnlinked) unlinkedAt ??= placed.made.fact.no;
    facts.push(placed.made);
    head = { no: placed.made.fact.no, hash: placed.made.hash };
    bytes += placed.made.bytes.length;
  } while (head.no < run.head.no && !isStretchFull(facts.length, bytes));
  const signed = await readSignature(lines, expected, head);
  if (signed.is === 'fault') return fault(signed.why, signed.no);
  if (unlinkedAt !== null) return faulty(...unlinkedFault(unlinkedAt, run, after));
  return { is: 'stretch', stretch: { run, facts, head, sig: signed.sig } };
}

type FactFaultName = Extract<JournalFault, { readonly no: number }>['is'];
type Wrong = { readonly is: 'fault'; readonly why: FactFaultName; readonly no: number };

function faulty(is: FactFaultName, run: ExportRun, no: number): ReadStretch {
  return { is: 'fault', fault: { is, series: run.series, no } };
}

/** Everything from `no` on is proved by a signature, and names another fact before it than the one that stands there. */
function unlinkedFault(no: number, run: ExportRun, after: ChainPoint): [FactFaultName, ExportRun, number] {
  if (no === run.from) return ['unlinked', run, no];
  // The one before is proved too, by the stretch before this one.
  return no === after.no + 1 ? ['forked', run, no] : ['replaced', run, no - 1];
}

async function readPlaced(
  lines: LineSource,
  { till, run }: Expected,
  head: ChainPoint,
): Promise<Wrong | { readonly is: 'placed'; readonly made: MadeFact }> {
  const no = head.no + 1;
  const line = await lines.next();
  const kept = line === null ? null : readJournalLine(line);
  if (line === null || kept === null) return { is: 'fault', why: whyNoFact(line), no };
  const made = await readFact(kept.bytes);
  if (made === null || made.hash !== kept.hash) {
    return { is: 'fault', why: made === null ? 'unreadable' : 'altered', no };
  }
  const { fact } = made;
  if (fact.till !== till) return { is: 'fault', why: 'foreign', no };
  if (fact.inc !== run.inc) return { is: 'fault', why: 'missing', no };
  if (fact.no === no) return { is: 'placed', made };
  return misplaced(made, head, await lines.peek());
}

function whyNoFact(line: string | null): FactFaultName {
  if (line === null) return 'cut';
  return isBetweenFacts(line) ? 'missing' : 'unreadable';
}

function isBetweenFacts(line: string): boolean {
  return line.startsWith('{"signed":') || line.startsWith('{"end":');
}

function misplaced({ fact, hash }: MadeFact, head: ChainPoint, nextLine: string | null): Wrong {
  const no = head.no + 1;
  if (fact.no === head.no) {
    return hash === head.hash
      ? { is: 'fault', why: 'repeated', no: head.no }
      : { is: 'fault', why: 'forked', no: head.no };
  }
  const next = nextLine === null ? null : readJournalLine(nextLine);
  return { is: 'fault', why: next !== null && numberIn(next) === no ? 'swapped' : 'missing', no };
}

function numberIn(kept: RecordedFact): unknown {
  const fact = readJson(kept.bytes);
  return typeof fact === 'object' && fact !== null && 'no' in fact ? fact.no : undefined;
}

async function readSignature(
  lines: LineSource,
  { key, run }: Expected,
  head: ChainPoint,
): Promise<Wrong | { readonly is: 'signed'; readonly sig: string }> {
  const { no } = head;
  const line = await lines.peek();
  if (line === null && no < run.head.no) return { is: 'fault', why: 'cut', no: no + 1 };
  const parsed = signedLineSchema.safeParse(line === null ? undefined : readJson(line));
  if (!parsed.success) return { is: 'fault', why: (await copyOf(head, line)) ?? 'signatureStripped', no };
  await lines.next();
  const { signed } = parsed.data;
  if (signed.sig === '') return { is: 'fault', why: 'signatureStripped', no };
  if (await verify(key, head.hash, signed.sig)) return { is: 'signed', sig: signed.sig };
  // Whether the signature or the fact under it was exchanged: a signature that fits its own hash accuses the fact.
  const isFactOther = await verify(key, signed.hash, signed.sig);
  return { is: 'fault', why: isFactOther ? 'notAsSigned' : 'signatureWrong', no };
}

/** What a line is when it holds a fact of the head's own number once more. */
async function copyOf(head: ChainPoint, line: string | null): Promise<'repeated' | 'forked' | null> {
  const kept = line === null ? null : readJournalLine(line);
  if (kept === null || numberIn(kept) !== head.no) return null;
  const made = await readFact(kept.bytes);
  return made?.hash === head.hash ? 'repeated' : 'forked';
}

/** A fact after the last one of its run: the till signed none. */
export async function faultAfterRun(
  line: string | null,
  run: ExportRun,
  next: ExportRun | undefined,
): Promise<JournalFault | null> {
  const kept = line === null ? null : readJournalLine(line);
  const made = kept === null ? null : await readFact(kept.bytes);
  // Where a tablet's two copies differ, the second one's facts are a run of their own.
  if (made?.fact.inc === next?.inc && made?.fact.no === next?.from) return null;
  if (made === null || made.fact.inc !== run.inc || made.fact.no > run.head.no + 1) return null;
  const { series, head } = run;
  if (made.fact.no !== head.no) return { is: 'added', series, no: head.no + 1 };
  return { is: made.hash === head.hash ? 'repeated' : 'forked', series, no: head.no };
}
