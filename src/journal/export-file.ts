/** An exported journal as a file to be saved or shared. */
import { writeJournalExport, type ExportOrigin, type ExportSource } from './write-journal-export.ts';

export interface JournalFile {
  /** evertill-Front-A1-2026-11-22-1642.jsonl */
  readonly name: string;
  readonly blob: Blob;
  readonly facts: number;
}

/** What other programs take it for; they may read it as JSON Lines. */
const MEDIA_TYPE = 'application/jsonl';

export async function exportFile(
  origin: ExportOrigin,
  source: ExportSource,
  privateKey: CryptoKey,
): Promise<JournalFile> {
  const pieces: Blob[] = [];
  // Each piece leaves the script's memory at once: a journal of years does not fit there.
  for await (const text of writeJournalExport(origin, source, privateKey)) pieces.push(new Blob([text]));
  const facts = source.runs.reduce((sum, { from, head }) => sum + head.no - from + 1, 0);
  return { name: nameOf(origin, source), blob: new Blob(pieces, { type: MEDIA_TYPE }), facts };
}

function nameOf({ tillName, madeAt }: ExportOrigin, { runs }: ExportSource): string {
  const moment = new Date(madeAt).toISOString().slice(0, 16).replace('T', '-').replace(':', '');
  const parts = ['evertill', tillName, runs[0]?.series ?? 'empty', moment];
  return `${parts.map((part) => part.replaceAll(/[^\p{L}\p{N}-]+/gu, '-')).join('-')}.jsonl`;
}
