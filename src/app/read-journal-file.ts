/** Reads exported journals for the office, with the journal's own rules. Loaded when a file is chosen. */
import type { Stretch } from '../journal/read-stretch.ts';
import { writeImport } from '../journal/import-stretch.ts';
import { verifyJournalExport } from '../journal/verify-journal-export.ts';
import type { JournalPreview, PreviewedReceipt } from '../office/tills/journal-reader.ts';
import { receiptBodySchema } from '../protocol/receipt-body.ts';

export async function previewJournal(
  file: File,
  onProgress: (read: number) => void,
): Promise<JournalPreview | null> {
  const facts: { inc: string; no: number }[] = [];
  const receipts: PreviewedReceipt[] = [];
  // Whether it is of this head office is for the server to say, when it is imported.
  const verdict = await verifyJournalExport(textOf(file, onProgress), {
    root: null,
    onStretch: (stretch) => {
      facts.push(...stretch.facts.map(({ fact }) => ({ inc: fact.inc, no: fact.no })));
      receipts.push(...receiptsIn(stretch));
    },
  });
  if (verdict.is === 'unreadable') return null;
  const { till, tillName, madeAt, branches } = verdict.header;
  const runs = branches.map(({ inc, series, from, head }) => ({ inc, series, from, to: head.no }));
  return {
    till,
    tillName,
    madeAt,
    runs,
    facts,
    receipts,
    fault: verdict.is === 'tampered' ? verdict.fault : null,
  };
}

export async function eachStretch(
  file: File,
  send: (body: string, facts: number) => Promise<void>,
): Promise<void> {
  await verifyJournalExport(
    textOf(file, () => undefined),
    {
      root: null,
      onStretch: (stretch, header) => send(writeImport(header, stretch), stretch.facts.length),
    },
  );
}

function receiptsIn({ facts }: Stretch): PreviewedReceipt[] {
  return facts.flatMap(({ fact }) => {
    if (fact.kind !== 'saleCompleted' && fact.kind !== 'refundGiven') return [];
    const body = receiptBodySchema.safeParse(fact.body);
    // One that cannot be read is imported all the same, and named by the office afterwards.
    if (!body.success) return [];
    const { receipt, totals } = body.data;
    return [{ inc: fact.inc, no: fact.no, receipt, gross: totals.gross }];
  });
}

async function* textOf(file: File, onProgress: (read: number) => void): AsyncGenerator<string> {
  const reader = file.stream().pipeThrough(new TextDecoderStream()).getReader();
  let read = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return;
    read += value.length;
    onProgress(Math.min(1, read / Math.max(1, file.size)));
    yield value;
  }
}
