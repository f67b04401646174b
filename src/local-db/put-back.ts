/** Puts facts back that the database has lost, with all that moved with them when they were made. */
import { openShift } from '../domain/open-shift.ts';
import { addToShift } from '../domain/shift-totals.ts';
import type { Branch, FactRow } from '../journal/branch.ts';
import type { MadeFact } from '../journal/make-fact.ts';
import { regrowBranch } from '../journal/regrow.ts';
import { factBodySchema } from '../protocol/fact-body.ts';
import type { ShiftRow } from './journal-db.ts';

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
  const happened = factBodySchema.safeParse({ kind: fact.kind, body: fact.body });
  const shift = await rows.shift();
  if (!happened.success) return;
  const { kind, body } = happened.data;
  if (kind === 'shiftOpened') {
    const opened = openShift(null, { ...body, openedAt: fact.at.anchored, openedBy: fact.by.staff });
    if (opened.is !== 'refused') await rows.putShift({ open: opened.shift, counts: 0 });
  }
  if (kind === 'shiftClosed') await rows.putShift(null);
  if (kind === 'cashCounted' && shift !== null) await rows.putShift({ ...shift, counts: body.attempt });
  if (kind !== 'saleCompleted' && kind !== 'refundGiven') return;
  if (shift !== null) {
    const totals = addToShift(shift.open.totals, body, kind);
    await rows.putShift({ ...shift, open: { ...shift.open, totals } });
  }
  await rows.markUnshown(body.sale);
}
