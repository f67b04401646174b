/** *Wrong payment?*: a receipt's tenders as they really were. The sale stays as it is; the drawer's figures move. */
import type { PaymentCorrected, ReceiptBody } from './fact-body.ts';
import { NO_MONEY, type Money } from './money.ts';
import { isRefusal, refuse, type Refusal } from './refusal.ts';
import type { Tender } from './sale.ts';
import type { OpenShift } from './shift.ts';
import type { Currency } from './shop-policy.ts';
import { cardTender, cashTender, roundCash } from './tender.ts';

/** How a receipt is paid, as known now: as receipted, or as last corrected. */
export type Payment = Pick<ReceiptBody, 'tenders' | 'cashRounding'>;

export interface CorrectedPayment {
  readonly is: 'corrected';
  readonly body: PaymentCorrected;
}

/** All of it was by card, or all of it in cash. Only while the shift of the receipt is open: later the office corrects it. */
export function correctPayment(
  shift: OpenShift,
  receipt: ReceiptBody,
  now: Payment,
  to: Tender['is'],
  currency: Currency,
): CorrectedPayment | Refusal {
  if (shift.shift !== receipt.shift) return refuse({ code: 'other-shift' });
  if (now.tenders.every((tender) => tender.is === to)) return refuse({ code: 'correction-changes-nothing' });
  const payment = wholePayment(receipt.totals.gross, to, currency);
  if (isRefusal(payment)) return payment;
  return {
    is: 'corrected',
    body: {
      sale: receipt.sale,
      receipt: receipt.receipt,
      shift: receipt.shift,
      from: { tenders: now.tenders, cashRounding: now.cashRounding },
      to: payment,
    },
  };
}

function wholePayment(gross: Money, to: Tender['is'], currency: Currency): Payment | Refusal {
  if (to === 'card') {
    const tender = cardTender(gross, gross);
    return isRefusal(tender) ? tender : { tenders: [tender], cashRounding: NO_MONEY };
  }
  const handed = gross > 0 ? roundCash(gross, currency) : NO_MONEY;
  const taken = cashTender(gross, handed, currency);
  return isRefusal(taken) ? taken : { tenders: [taken.tender], cashRounding: taken.rounding };
}

/** The payment after all corrections, oldest first. */
export function paymentAfter(receipt: Payment, corrections: readonly PaymentCorrected[]): Payment {
  return corrections.at(-1)?.to ?? { tenders: receipt.tenders, cashRounding: receipt.cashRounding };
}
