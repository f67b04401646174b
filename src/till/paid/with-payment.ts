/** A receipt as it is paid after all: what was sold stays, the tenders are those of the last correction. */
import type { Payment } from '../../domain/correct-payment.ts';
import type { RecordedReceipt } from '../../local-db/recorded-receipt.ts';

export function withPayment(receipt: RecordedReceipt, payment: Payment | null): RecordedReceipt {
  if (payment === null) return receipt;
  const { tenders, cashRounding } = payment;
  return { ...receipt, body: { ...receipt.body, tenders, cashRounding } };
}
