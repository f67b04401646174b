/**
 * Records a paid sale or refund: the one act behind *Paid*. Whatever happens, a sale is written once or not at all:
 * its id is unique, a repeat finds it, and the basket must still be the one that was paid (P3).
 */
import { approvalFor } from '../domain/approval-for.ts';
import { completeSale, type CompletedSale } from '../domain/complete-sale.ts';
import type { Money } from '../domain/money.ts';
import type { SaleTerms } from '../domain/price-sale.ts';
import { receiptNumber } from '../domain/receipt-number.ts';
import { refuse, type Refusal } from '../domain/refusal.ts';
import type { OpenSale, Tender } from '../domain/sale.ts';
import { addToShift } from '../domain/shift-totals.ts';
import type { Acting, Approval } from './acting.ts';
import {
  appendFactTo,
  keeperOf,
  type Append,
  type Decision,
  type FactKeeper,
  type JournalView,
  type ViewAhead,
} from './append-fact.ts';
import { ONLY, type ShiftRow } from './journal-db.ts';
import type { NotSaved } from './not-saved.ts';
import type { LocalDb } from './open-local-db.ts';
import { findSale, refundsOf } from './receipts.ts';
import { receiptJustMade, type RecordedReceipt } from './recorded-receipt.ts';
import { refuseApproval } from './refuse-approval.ts';
import { refuseMoreThanLeft, type KnownReceipts } from './refuse-more-than-left.ts';
import { roleOf } from './role-of.ts';
import { withinLimit } from './within-limit.ts';

/** A commit that takes longer is spoken of as being checked; the sale's id keeps it from being written twice. */
export const COMMIT_LIMIT_MS = 5_000;

export interface SaleToRecord {
  readonly sale: OpenSale;
  readonly tenders: readonly Tender[];
  readonly cashRounding: Money;
  readonly approval: Approval | null;
}

type Stopped =
  | Refusal
  /** By another window, or by a try whose answer was lost. */
  | { readonly is: 'alreadyRecorded'; readonly receipt: RecordedReceipt }
  /** Another window has changed the basket, or holds another one. */
  | { readonly is: 'saleChanged'; readonly stored: OpenSale };

export type SettledSale = { readonly is: 'recorded'; readonly receipt: RecordedReceipt } | Stopped | NotSaved;

export interface RecordSaleOptions {
  /** Of `viewAhead`. */
  readonly ahead?: ViewAhead;
  readonly limitMs?: number;
}

export type SaleOutcome =
  | SettledSale
  /** Over the time limit: say *Checking* until it is settled; never charge anew. */
  | { readonly is: 'checking'; readonly settled: Promise<SettledSale> };

/** @param ahead what `viewAhead` read when the money was asked for, so that its taking does not wait for that. */
export async function recordSale(
  db: LocalDb,
  request: SaleToRecord,
  acting: Acting,
  { ahead, limitMs = COMMIT_LIMIT_MS }: RecordSaleOptions = {},
): Promise<SaleOutcome> {
  const settled = recordSaleTo(saleKeeperOf(db), request, acting, ahead);
  const outcome = await withinLimit(settled, limitMs);
  return outcome === 'overLimit' ? { is: 'checking', settled } : outcome;
}

/** Where sales are kept: the tablet's database, or a simulated one. */
export interface SaleKeeper extends FactKeeper, KnownReceipts {
  /** Inside the transaction. */
  readonly openSale: () => PromiseLike<OpenSale | null>;
  /** Inside the transaction: the receipt under which the sale is written already. */
  readonly writtenSale: (sale: string) => PromiseLike<RecordedReceipt | null>;
  /** Inside the transaction: the shift's totals, the mark that the sale was not shown yet, and the basket emptied. */
  readonly finishSale: (shift: ShiftRow, sale: string) => Promise<unknown>;
}

export function saleKeeperOf(db: LocalDb): SaleKeeper {
  const { openSales, unshown, shifts } = db.journal;
  return {
    ...keeperOf(db),
    findSale: (sale) => findSale(db, sale),
    refundsOf: (sale) => refundsOf(db, sale),
    writtenSale: (sale) => findSale(db, sale),
    openSale: () => openSales.get(ONLY).then((row) => row?.value ?? null),
    finishSale: (shift, sale) =>
      Promise.all([
        shifts.put({ key: ONLY, value: shift }),
        unshown.put({ key: ONLY, value: { sale } }),
        openSales.delete(ONLY),
      ]),
  };
}

/** However long it takes: the sale is written once or not at all. */
export async function recordSaleTo(
  keeper: SaleKeeper,
  request: SaleToRecord,
  acting: Acting,
  ahead?: ViewAhead,
): Promise<SettledSale> {
  const outcome = await appendFactTo<Stopped>(
    keeper,
    acting,
    async (view) => {
      const decision = await decide(keeper, request, view, acting.staff);
      if (decision.is === 'append') return decision;
      // What stops it may be that it was written, and all that came after that.
      const written = await keeper.findSale(request.sale.sale);
      return written === null ? decision : { is: 'stop', with: { is: 'alreadyRecorded', receipt: written } };
    },
    ahead,
  );
  return outcome.is === 'recorded' ? { is: 'recorded', receipt: receiptJustMade(outcome) } : outcome;
}

async function decide(
  keeper: SaleKeeper,
  request: SaleToRecord,
  view: JournalView,
  staff: string,
): Promise<Decision<Stopped>> {
  const role = roleOf(view.roster, staff);
  if (view.shift === null) return { is: 'stop', with: refuse({ code: 'shift-not-open' }) };
  const terms = termsOf(view, view.shift);
  const refusal =
    (await refuseMoreThanLeft(keeper, request.sale)) ??
    (await refuseApproval(request.approval, approvalFor(request.sale, terms, role)));
  if (refusal !== null) return { is: 'stop', with: refusal };
  const { sale, tenders, cashRounding, approval } = request;
  const receipt = receiptNumber(view.branch.series, view.branch.nextReceipt);
  const shift = view.shift.open;
  const done = completeSale({
    sale,
    tenders,
    cashRounding,
    terms,
    shift,
    receipt,
    role,
    approved: approval !== null,
  });
  if (done.is === 'refused') return { is: 'stop', with: done };
  return appendOf(keeper, request, view.shift, done, staff);
}

function appendOf(
  keeper: SaleKeeper,
  request: SaleToRecord,
  shift: ShiftRow,
  done: CompletedSale,
  staff: string,
): Append<Stopped> {
  const { kind, body } = done;
  const totals = addToShift(shift.open.totals, body, kind, staff);
  return {
    is: 'append',
    happened: { kind, body },
    approval: request.approval,
    check: () => stoppedMeanwhile(keeper, request.sale),
    move: () => keeper.finishSale({ ...shift, open: { ...shift.open, totals } }, body.sale),
  };
}

async function stoppedMeanwhile(keeper: SaleKeeper, paid: OpenSale): Promise<Stopped | null> {
  const [written, stored] = await Promise.all([keeper.writtenSale(paid.sale), keeper.openSale()]);
  return written === null ? changedMeanwhile(paid, stored) : { is: 'alreadyRecorded', receipt: written };
}

/** The stored sale may lag behind the one that was paid, as its saves are relaxed; it must not be ahead, or another. */
function changedMeanwhile(paid: OpenSale, stored: OpenSale | null): Stopped | null {
  if (stored === null || (stored.sale === paid.sale && stored.revision <= paid.revision)) return null;
  return { is: 'saleChanged', stored };
}

/** No line is added here, so the terms' catalogue version plays no part. */
function termsOf(view: JournalView, shift: ShiftRow): SaleTerms {
  return { policy: view.roster.policy, day: shift.open.day, catalogueVersion: 0 };
}
