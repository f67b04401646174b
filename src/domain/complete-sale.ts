/** Decides whether a sale may be completed as tendered, and states the receipt. */
import { ageToCheck } from './age-rule.ts';
import { approvalFor } from './approval-for.ts';
import { checkCardCodes } from './card-code.ts';
import { checkTenders } from './check-tenders.ts';
import type { ReceiptBody } from './fact-body.ts';
import type { Money } from './money.ts';
import { priceSale, type SaleTerms } from './price-sale.ts';
import { isRefusal, refuse, type Refusal } from './refusal.ts';
import type { Role } from './role.ts';
import type { OpenSale, PricedLine, Tender } from './sale.ts';
import type { OpenShift } from './shift.ts';
import type { ReceiptKind } from './shift-totals.ts';

export interface SaleToComplete {
  readonly sale: OpenSale;
  readonly tenders: readonly Tender[];
  readonly cashRounding: Money;
  readonly terms: SaleTerms;
  /** Null when none is open. */
  readonly shift: OpenShift | null;
  /** The number the receipt would carry. */
  readonly receipt: string;
  /** Of the person at the till. */
  readonly role: Role;
  /** True when a manager approved this very act. */
  readonly approved: boolean;
}

export interface CompletedSale {
  readonly is: 'completed';
  readonly kind: ReceiptKind;
  readonly body: ReceiptBody;
}

/** The sale is taxed on the trading day of its shift, whatever day the given terms name. */
export function completeSale(input: SaleToComplete): CompletedSale | Refusal {
  const { sale, shift, tenders, cashRounding } = input;
  if (shift === null) return refuse({ code: 'shift-not-open' });
  if (sale.lines.length === 0) return refuse({ code: 'basket-empty' });
  const terms = { ...input.terms, day: shift.day };
  const priced = priceSale(sale, terms);
  if (isRefusal(priced)) return priced;
  const refusal =
    checkAge(sale) ??
    checkApproval(input, terms) ??
    checkCardCodes(tenders, terms.policy) ??
    checkTenders(priced.totals.gross, tenders, cashRounding, terms.policy.currency);
  if (refusal !== null) return refusal;
  const { lines, totals } = priced;
  const body = {
    sale: sale.sale,
    shift: shift.shift,
    receipt: input.receipt,
    place: sale.place,
    ...(sale.discount === undefined ? {} : { discount: sale.discount }),
    ...(sale.ageCheck === undefined ? {} : { ageCheck: sale.ageCheck }),
    lines,
    totals,
    cashRounding,
    tenders,
  };
  return { is: 'completed', kind: receiptKind(lines), body };
}

/** An exchange is a sale: goods were sold. */
function receiptKind(lines: readonly PricedLine[]): ReceiptKind {
  return lines.some((line) => line.quantity > 0) ? 'saleCompleted' : 'refundGiven';
}

function checkAge(sale: OpenSale): Refusal | null {
  const age = ageToCheck(sale);
  return age === null ? null : refuse({ code: 'age-check-needed', age });
}

function checkApproval({ sale, role, approved }: SaleToComplete, terms: SaleTerms): Refusal | null {
  const need = approved ? null : approvalFor(sale, terms, role);
  return need === null ? null : refuse({ code: 'approval-needed', why: need.why });
}
