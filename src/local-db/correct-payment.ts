/** Records how a receipt of the open shift was paid after all, with the shift's totals. */
import type { PaymentCorrected } from '../domain/fact-body.ts';
import { correctPayment as decideCorrection, paymentAfter, type Payment } from '../domain/correct-payment.ts';
import { refuse, type Refusal } from '../domain/refusal.ts';
import type { Tender } from '../domain/sale.ts';
import { addCorrection } from '../domain/shift-totals.ts';
import { factSchema } from '../protocol/fact.ts';
import { paymentCorrectedSchema } from '../protocol/shift-body.ts';
import type { Acting } from './acting.ts';
import { appendFact, type Appended, type Decision, type JournalView } from './append-fact.ts';
import { ONLY } from './journal-db.ts';
import type { NotSaved } from './not-saved.ts';
import type { LocalDb } from './open-local-db.ts';
import { findSale } from './receipts.ts';
import type { RecordedReceipt } from './recorded-receipt.ts';

export function correctPayment(
  db: LocalDb,
  asked: { readonly sale: string; readonly to: Tender['is'] },
  acting: Acting,
): Promise<Appended | Refusal | NotSaved> {
  return appendFact<Refusal>(db, acting, async (view) => {
    const receipt = await findSale(db, asked.sale);
    if (receipt === null) return { is: 'stop', with: refuse({ code: 'other-shift' }) };
    return decide(db, view, receipt, await paymentOf(db, receipt), asked.to);
  });
}

/** How a receipt is paid, with every correction this till knows. */
export async function paymentOf(db: LocalDb, { body }: RecordedReceipt): Promise<Payment> {
  return paymentAfter(body, await correctionsOf(db, body.sale));
}

async function correctionsOf(db: LocalDb, sale: string): Promise<PaymentCorrected[]> {
  const rows = await db.journal.facts.where('about').equals(sale).toArray();
  return rows
    .filter(({ kind }) => kind === 'paymentCorrected')
    .sort((one, other) => one.no - other.no)
    .map(({ bytes }) => paymentCorrectedSchema.parse(factSchema.parse(JSON.parse(bytes)).body));
}

function decide(
  db: LocalDb,
  { shift, roster }: JournalView,
  { body }: RecordedReceipt,
  now: Payment,
  to: Tender['is'],
): Decision<Refusal> {
  if (shift === null) return { is: 'stop', with: refuse({ code: 'shift-not-open' }) };
  const corrected = decideCorrection(shift.open, body, now, to, roster.policy.currency);
  if (corrected.is === 'refused') return { is: 'stop', with: corrected };
  const totals = addCorrection(shift.open.totals, corrected.body);
  return {
    is: 'append',
    happened: { kind: 'paymentCorrected', body: corrected.body },
    approval: null,
    move: () => db.journal.shifts.put({ key: ONLY, value: { ...shift, open: { ...shift.open, totals } } }),
  };
}
