// What the verifier of exported journals says about a file, in lines and with an exit code.
import { verifyJournalExport } from '../../journal/verify-journal-export.ts';
import type { ExportHeader } from '../../protocol/journal-export.ts';
import { faultSentence } from '../../protocol/journal-fault.ts';

export interface Judged {
  readonly exitCode: 0 | 1 | 2;
  readonly lines: readonly string[];
}

export async function judgeJournalFile(text: AsyncIterable<string>, root: string | null): Promise<Judged> {
  try {
    const verdict = await verifyJournalExport(text, { root });
    if (verdict.is === 'unreadable') return unreadable('It is no exported journal of a version known here.');
    const about = [...describe(verdict.header), rootLine(verdict.header, root)];
    if (verdict.is === 'intact') {
      return {
        exitCode: 0,
        lines: [...about, `Intact: all ${count(verdict.facts)} are as the till made them.`],
      };
    }
    const proved = `Proved before that: ${count(verdict.facts)}.`;
    return { exitCode: 1, lines: [...about, `Tampered with. ${faultSentence(verdict.fault)}`, proved] };
  } catch (error) {
    // A file that is not there or cannot be read; the system's own words say which.
    return unreadable(error instanceof Error ? error.message : String(error));
  }
}

function unreadable(why: string): Judged {
  return { exitCode: 2, lines: [`The file cannot be read as a journal. ${why}`] };
}

function describe({ tillName, till, shop, madeAt, branches, app }: ExportHeader): string[] {
  const made = new Date(madeAt).toISOString().slice(0, 16).replace('T', ' ');
  return [
    `${tillName} (till ${till}, shop ${shop}), exported ${made} UTC by version ${app}`,
    ...branches.map(
      ({ series, from, head, inc }) => `  ${series}: facts ${String(from)} to ${String(head.no)} (${inc})`,
    ),
  ];
}

function rootLine(header: ExportHeader, root: string | null): string {
  if (root !== null) return 'Certificate: checked against the root key given.';
  return `Certificate: checked against the root key in the file itself. Head office's own must be ${header.root}`;
}

function count(facts: number): string {
  return `${String(facts)} ${facts === 1 ? 'fact' : 'facts'}`;
}
