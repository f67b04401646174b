/** Closes each till's shift with the cash that should be in its drawer, counted through the screen. */
import { readJournal } from '../../../e2e/harness/read-journal.ts';
import { closeShift } from '../../../e2e/harness/till-screens.ts';
import { factSchema } from '../../protocol/fact.ts';
import { receiptBodySchema } from '../../protocol/receipt-body.ts';
import type { DrillTill } from './drill-tills.ts';

const FLOAT_PENCE = 150_00;
const NOTE_PENCE = 50_00;

export async function closeTills(tills: readonly DrillTill[]): Promise<void> {
  for (const { tablet } of tills) {
    const page = tablet.page();
    const cash = FLOAT_PENCE + takenInCash(await readJournal(page));
    await closeShift(page, [
      { name: '£50 notes', pieces: Math.floor(cash / NOTE_PENCE) },
      { name: '£0.01 coins', pieces: cash % NOTE_PENCE },
    ]);
  }
}

function takenInCash(bytes: readonly string[]): number {
  const tenders = bytes
    .map((text) => factSchema.parse(JSON.parse(text)))
    .filter((fact) => fact.kind === 'saleCompleted' || fact.kind === 'refundGiven')
    .flatMap((fact) => receiptBodySchema.parse(fact.body).tenders);
  return tenders.reduce((sum, tender) => sum + (tender.is === 'cash' ? tender.amount : 0), 0);
}
