/** One stretch of an exported file as it goes to the ledger: the file's first line, its facts, the signature over the last. */
import { signedLineSchema, STRETCH_FACTS_MAX, type ExportHeader } from '../protocol/journal-export.ts';
import { readJournalLine, writeJournalLine } from './journal-line.ts';
import { verify } from './keys.ts';
import { readFact } from './read-fact.ts';
import { readJson } from './read-json.ts';
import type { Stretch } from './read-stretch.ts';
import { verifyChain, type ChainPoint, type ChainVerdict } from './verify-chain.ts';
import { headerBytes } from './write-journal-export.ts';
import { readExportHeader } from './verify-journal-export.ts';

export function writeImport(header: ExportHeader, { facts, head, sig }: Stretch): string {
  const signed = { signed: { ...head, sig } };
  return [JSON.stringify(header), ...facts.map(writeJournalLine), JSON.stringify(signed)].join('\n');
}

export interface ImportStretch {
  readonly header: ExportHeader;
  readonly inc: string;
  /** The fact before the stretch, as its first fact names it. */
  readonly before: ChainPoint;
  readonly lines: readonly string[];
  readonly sig: string;
  /** Every fact follows the one before and gives its hash. */
  readonly chain: ChainVerdict;
}

/** @returns null for what is no such stretch. Whether its key and signatures are to be believed is for `isSigned`. */
export async function readImport(text: string): Promise<ImportStretch | null> {
  const [first = '', ...rest] = text.split('\n');
  const header = readExportHeader(first);
  const signed = signedLineSchema.safeParse(readJson(rest.at(-1) ?? ''));
  const facts = rest.slice(0, -1).map(readJournalLine);
  const kept = facts.filter((fact) => fact !== null);
  const [begin] = kept;
  const isWhole = kept.length === facts.length && kept.length <= STRETCH_FACTS_MAX;
  if (header === null || !signed.success || begin === undefined || !isWhole) return null;
  const made = await readFact(begin.bytes);
  if (made === null) return null;
  const { inc, no, prev } = made.fact;
  const before = { no: no - 1, hash: prev };
  const chain = await verifyChain(kept, inc, before);
  return { header, inc, before, lines: kept.map(({ bytes }) => bytes), sig: signed.data.signed.sig, chain };
}

/** Whether the till signed both the file and this stretch of it. */
export async function isSigned({ header, chain, sig }: ImportStretch, key: CryptoKey): Promise<boolean> {
  if (chain.is === 'broken' || !(await verify(key, chain.head.hash, sig))) return false;
  return verify(key, headerBytes(header), header.sig);
}
