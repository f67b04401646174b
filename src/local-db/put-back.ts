/** Puts facts back that the database has lost, with all that moved with them when they were made. */
import type { FactBody } from '../domain/fact-body.ts';
import { openShift } from '../domain/open-shift.ts';
import type { ShiftTotals } from '../domain/shift.ts';
import { addCashMove, addCorrection, addToShift } from '../domain/shift-totals.ts';
import type { Branch, FactRow } from '../journal/branch.ts';
import type { MadeFact } from '../journal/make-fact.ts';
import { regrowBranch } from '../journal/regrow.ts';
import { factBodySchema } from '../protocol/fact-body.ts';
import type { Fact } from '../protocol/fact.ts';
import type { ShiftRow } from './journal-db.ts';
import type { ParkedSale } from './parked-sale.ts';

/** Inside a transaction. */
export interface LostRows {
  readonly branch: (inc: string) => PromiseLike<Branch | undefined>;
  readonly putBranch: (branch: Branch) => PromiseLike<unknown>;
  readonly addFact: (row: FactRow) => PromiseLike<unknown>;
  readonly shift: () => PromiseLike<ShiftRow | null>;
  /** Null: it is closed. */
  readonly putShift: (shift: ShiftRow | null) => PromiseLike<unknown>;
  /** Its *Paid* may not have been seen, and it is no open sale any more. */
  readonly markUnshown: (sale: string) => PromiseLike<unknown>;
  /** It is no open sale any more. */
  readonly park: (parked: ParkedSale) => PromiseLike<unknown>;
  readonly unpark: (sale: string) => PromiseLike<unknown>;
}

/** @param facts those that follow the branch's head, in order. */
export async function putBack(rows: LostRows, inc: string, facts: readonly MadeFact[]): Promise<void> {
  for (const made of facts) {
    const branch = await rows.branch(inc);
    // Another window was here first, or the database has moved on: the copy is compared again at the next start.
    if (branch?.head.hash !== made.fact.prev) return;
    const grown = regrowBranch(branch, made);
    await rows.addFact(grown.row);
    await rows.putBranch(grown.branch);
    if (branch.is === 'current') await moveWith(rows, made);
  }
}

/** As the acts themselves do when they commit. */
async function moveWith(rows: LostRows, { fact }: MadeFact): Promise<void> {
  const parsed = factBodySchema.safeParse({ kind: fact.kind, body: fact.body });
  if (!parsed.success) return;
  const before = await rows.shift();
  const after = shiftAfter(before, parsed.data, fact);
  if (after !== before) await rows.putShift(after);
  await moveBasket(rows, parsed.data, fact);
}

function shiftAfter(shift: ShiftRow | null, happened: FactBody, { at, by }: Fact): ShiftRow | null {
  if (happened.kind === 'shiftOpened') {
    const opened = openShift(null, { ...happened.body, openedAt: at.anchored, openedBy: by.staff });
    return opened.is === 'refused' ? shift : { open: opened.shift, counts: 0 };
  }
  if (shift === null || happened.kind === 'shiftClosed') return null;
  if (happened.kind === 'cashCounted') return { ...shift, counts: happened.body.attempt };
  const totals = totalsAfter(shift.open.totals, happened, by.staff);
  return totals === shift.open.totals ? shift : { ...shift, open: { ...shift.open, totals } };
}

function totalsAfter(totals: ShiftTotals, happened: FactBody, staff: string): ShiftTotals {
  switch (happened.kind) {
    case 'saleCompleted':
    case 'refundGiven':
      return addToShift(totals, happened.body, happened.kind, staff);
    case 'cashMoved':
      return addCashMove(totals, happened.body);
    case 'paymentCorrected':
      return addCorrection(totals, happened.body);
    default:
      return totals;
  }
}

async function moveBasket(rows: LostRows, { kind, body }: FactBody, { day, at, by }: Fact): Promise<void> {
  switch (kind) {
    case 'saleCompleted':
    case 'refundGiven':
      await rows.markUnshown(body.sale);
      return;
    case 'saleParked': {
      const { name, open, gross } = body;
      const { sale } = open;
      await rows.park({ sale, name, open, gross, day, parkedAt: at.anchored, parkedBy: by.staff });
      return;
    }
    case 'saleRecalled':
    case 'saleVoided':
      await rows.unpark(body.sale);
      return;
    default:
  }
}
