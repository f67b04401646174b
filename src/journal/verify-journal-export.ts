/**
 * Verifies an exported journal by itself, on any machine: the certificate, the signatures, and each fact in its place. The first
 * number that is not as the till made it is named. Reads line by line, so a file may be far larger than memory.
 */
import type { JournalFault } from '../protocol/journal-fault.ts';
import {
  endLineSchema,
  exportHeaderSchema,
  type ExportHeader,
  type ExportRun,
} from '../protocol/journal-export.ts';
import { verifyTillCertificate } from './certificates.ts';
import { importPublicKey, verify } from './keys.ts';
import { lineSource, type LineSource } from './line-source.ts';
import { readJson } from './read-json.ts';
import { faultAfterRun, readStretch, type Stretch } from './read-stretch.ts';
import { headerBytes } from './write-journal-export.ts';

export interface VerifyOptions {
  /** Head office's root, SPKI base64url; null believes the one in the file. */
  readonly root: string | null;
  /** Told of each stretch that is proved, in the order of the file, as soon as it is. */
  readonly onStretch?: (stretch: Stretch, header: ExportHeader) => Promise<void> | void;
}

export type ExportVerdict =
  | { readonly is: 'intact'; readonly header: ExportHeader; readonly facts: number }
  /** `facts` of them, at the beginning, are proved. */
  | {
      readonly is: 'tampered';
      readonly header: ExportHeader;
      readonly facts: number;
      readonly fault: JournalFault;
    }
  | { readonly is: 'unreadable' };

export async function verifyJournalExport(
  chunks: AsyncIterable<string>,
  options: VerifyOptions,
): Promise<ExportVerdict> {
  const lines = lineSource(chunks);
  const header = readExportHeader((await lines.next()) ?? '');
  if (header === null) return { is: 'unreadable' };
  const key = await certifiedKey(header, options.root ?? header.root);
  if (key === null) return { is: 'tampered', header, facts: 0, fault: { is: 'certificate' } };
  const read = await readRuns(lines, header, key, options);
  const fault = read.fault ?? (await faultAround(lines, header, key, read.facts));
  if (fault !== null) return { is: 'tampered', header, facts: read.facts, fault };
  return { is: 'intact', header, facts: read.facts };
}

/** @returns null when the line is no header of a kind this version knows. */
export function readExportHeader(line: string): ExportHeader | null {
  const parsed = exportHeaderSchema.safeParse(readJson(line));
  return parsed.success ? parsed.data : null;
}

/** @returns the till's public key, or null when the root does not vouch for it as the key of this very till. */
export async function certifiedKey(header: ExportHeader, root: string): Promise<CryptoKey | null> {
  const { certificate } = header.certificate;
  const isOfThisTill = certificate.till === header.till && certificate.business === header.business;
  if (!isOfThisTill || !(await verifyTillCertificate(header.certificate, root))) return null;
  return importPublicKey(certificate.key);
}

async function readRuns(
  lines: LineSource,
  header: ExportHeader,
  key: CryptoKey,
  { onStretch }: VerifyOptions,
): Promise<{ readonly facts: number; readonly fault: JournalFault | null }> {
  let facts = 0;
  for (const [index, run] of header.branches.entries()) {
    const next = header.branches[index + 1];
    let point = { no: run.from - 1, hash: run.prevHash };
    while (point.no < run.head.no) {
      const read = await readStretch(lines, { till: header.till, run, key, after: point });
      if (read.is === 'fault') return { facts, fault: read.fault };
      await onStretch?.(read.stretch, header);
      facts += read.stretch.facts.length;
      point = read.stretch.head;
    }
    const fault =
      (await faultOfHead(run, point.hash, key)) ?? (await faultAfterRun(await lines.peek(), run, next));
    if (fault !== null) return { facts, fault };
  }
  return { facts, fault: null };
}

async function faultOfHead(run: ExportRun, hash: string, key: CryptoKey): Promise<JournalFault | null> {
  const { series, head, sig } = run;
  if (head.hash !== hash) return { is: 'notAsSigned', series, no: head.no };
  if (sig === '') return { is: 'signatureStripped', series, no: head.no };
  return (await verify(key, hash, sig)) ? null : { is: 'signatureWrong', series, no: head.no };
}

/** What is wrong besides the facts that the header announces. */
async function faultAround(
  lines: LineSource,
  header: ExportHeader,
  key: CryptoKey,
  facts: number,
): Promise<JournalFault | null> {
  const line = await lines.next();
  if (!(await verify(key, headerBytes(header), header.sig))) return { is: 'headerSignature' };
  if (line === null) return { is: 'endMissing' };
  const end = endLineSchema.safeParse(readJson(line));
  if (!end.success || end.data.end.facts !== facts) return { is: 'endWrong' };
  return (await lines.next()) === null ? null : { is: 'afterEnd' };
}
