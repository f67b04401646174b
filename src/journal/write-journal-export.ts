/** Writes a journal to a file that proves itself: certificate, signatures, and every fact as its stored bytes. */
import {
  isStretchFull,
  type ExportHeader,
  type ExportRun,
  type SignedLine,
} from '../protocol/journal-export.ts';
import type { TillCertificate } from '../protocol/seal.ts';
import { canonicalBytes } from './canonical.ts';
import { writeJournalLine, type RecordedFact } from './journal-line.ts';
import { sign } from './keys.ts';

/** Where the facts come from: the till's database, or a bare reading of it. */
export interface ExportSource {
  /** What the tablet holds of each incarnation, oldest first, as unbroken runs. */
  readonly runs: readonly UnsignedRun[];
  /** The facts of a run in order, in portions that fit in memory. */
  readonly facts: (run: UnsignedRun) => AsyncIterable<readonly RecordedFact[]>;
}

export type UnsignedRun = Omit<ExportRun, 'sig'>;

export interface ExportOrigin {
  readonly till: string;
  readonly tillName: string;
  readonly business: string;
  readonly shop: string;
  readonly certificate: TillCertificate;
  readonly root: string;
  /** Milliseconds since 1970. */
  readonly madeAt: number;
  readonly app: string;
}

/** Yields pieces of the file, each ending with a line end. */
export async function* writeJournalExport(
  origin: ExportOrigin,
  source: ExportSource,
  privateKey: CryptoKey,
): AsyncGenerator<string> {
  yield lineOf(await signHeader(origin, source.runs, privateKey));
  let facts = 0;
  for (const run of source.runs) {
    for await (const piece of writeRun(run, source, privateKey)) {
      facts += piece.facts;
      yield piece.text;
    }
  }
  yield lineOf({ end: { facts } });
}

/** The bytes that the header's signature stands over: all of it but the signature. */
export function headerBytes({ sig: _, ...unsigned }: ExportHeader): Uint8Array<ArrayBuffer> {
  return canonicalBytes(unsigned);
}

async function signHeader(
  origin: ExportOrigin,
  runs: readonly UnsignedRun[],
  privateKey: CryptoKey,
): Promise<ExportHeader> {
  const branches = await Promise.all(
    runs.map(async (run) => ({ ...run, sig: await sign(privateKey, run.head.hash) })),
  );
  const header: ExportHeader = { evertill: 'journal-export', v: 1, ...origin, branches, sig: '' };
  return { ...header, sig: await sign(privateKey, headerBytes(header)) };
}

async function* writeRun(
  run: UnsignedRun,
  source: ExportSource,
  privateKey: CryptoKey,
): AsyncGenerator<{ readonly facts: number; readonly text: string }> {
  let no = run.from - 1;
  let stretch: string[] = [];
  let bytes = 0;
  for await (const portion of source.facts(run)) {
    for (const fact of portion) {
      no += 1;
      stretch.push(lineText(fact));
      bytes += fact.bytes.length;
      if (no !== run.head.no && !isStretchFull(stretch.length, bytes)) continue;
      const signed: SignedLine = { signed: { no, hash: fact.hash, sig: await sign(privateKey, fact.hash) } };
      yield { facts: stretch.length, text: stretch.join('') + lineOf(signed) };
      [stretch, bytes] = [[], 0];
    }
  }
  // A source that gives fewer facts than it announced loses none of those it gave.
  if (stretch.length > 0) yield { facts: stretch.length, text: stretch.join('') };
}

function lineText(fact: RecordedFact): string {
  return `${writeJournalLine(fact)}\n`;
}

function lineOf(value: unknown): string {
  return `${JSON.stringify(value)}\n`;
}
