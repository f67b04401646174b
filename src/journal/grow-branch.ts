/** A branch with one more fact: the fact's row, and the head, sums and receipt counter that move with it. */
import type { FactBody, ReceiptBody } from '../domain/fact-body.ts';
import { addMoney } from '../domain/money.ts';
import type { Branch, FactRow } from './branch.ts';
import type { MadeFact } from './make-fact.ts';

export interface Grown {
  readonly row: FactRow;
  readonly branch: Branch;
}

export function growBranch(branch: Branch, made: MadeFact, happened: FactBody): Grown {
  const { no, id, prev } = made.fact;
  const head = { no, hash: made.hash };
  const line = { inc: branch.inc, no, id, hash: made.hash, prev, kind: happened.kind, bytes: made.bytes };
  if (happened.kind !== 'saleCompleted' && happened.kind !== 'refundGiven') {
    return { row: { ...line, sums: branch.sums, ...aboutIndex(happened) }, branch: { ...branch, head } };
  }
  const { receipt, totals } = happened.body;
  const sums = { sales: branch.sums.sales + 1, value: addMoney(branch.sums.value, totals.gross) };
  return {
    row: { ...line, sums, ...receiptIndex(happened.body) },
    branch: { ...branch, head, sums, nextReceipt: branch.nextReceipt + 1, lastReceipt: receipt },
  };
}

function aboutIndex(happened: FactBody): Pick<FactRow, 'about'> {
  switch (happened.kind) {
    case 'cashMoved':
      return { about: [happened.body.move, happened.body.shift] };
    case 'paymentCorrected':
      return { about: [happened.body.sale, happened.body.shift] };
    case 'drawerHandedOver':
      return { about: [happened.body.handOver, happened.body.shift] };
    case 'shiftOpened':
      return { about: [happened.body.shift] };
    case 'shiftClosed':
      // All of them are looked for too: the reports of past shifts.
      return { about: [happened.body.shift, happened.kind] };
    case 'saleParked':
      return { about: [happened.body.open.sale] };
    case 'saleRecalled':
    case 'saleVoided':
    case 'ageRefused':
      return { about: [happened.body.sale] };
    default:
      return {};
  }
}

function receiptIndex(body: ReceiptBody): Pick<Required<FactRow>, 'sale' | 'receipt' | 'shift' | 'refunds'> {
  const refunded = body.lines.flatMap((line) => (line.origin.is === 'returned' ? [line.origin.sale] : []));
  return { sale: body.sale, receipt: body.receipt, shift: body.shift, refunds: [...new Set(refunded)] };
}
