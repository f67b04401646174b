/** Puts facts back that the database has lost, with all that moved with them when they were made. */
import { openShift } from '../domain/open-shift.ts';
import { addToShift } from '../domain/shift-totals.ts';
import type { MadeFact } from '../journal/make-fact.ts';
import { regrowBranch } from '../journal/regrow.ts';
import { factBodySchema } from '../protocol/fact-body.ts';
import { ONLY } from './journal-db.ts';
import type { LocalDb } from './open-local-db.ts';

/** In one transaction. @param facts those that follow the branch's head, in order. */
export async function putBack(db: LocalDb, inc: string, facts: readonly MadeFact[]): Promise<void> {
  const { journal } = db;
  await journal.transaction('rw', journal.tables, async () => {
    for (const made of facts) {
      const branch = await journal.branches.get(inc);
      // Another window was here first, or the database has moved on: the copy is compared again at the next start.
      if (branch?.head.hash !== made.fact.prev) return;
      const grown = regrowBranch(branch, made);
      await journal.facts.add(grown.row);
      await journal.branches.put(grown.branch);
      if (branch.is === 'current') await moveWith(db, made);
    }
  });
}

/** As the acts themselves do when they commit. */
async function moveWith({ journal }: LocalDb, { fact }: MadeFact): Promise<void> {
  const { shifts, openSales, unshown } = journal;
  const happened = factBodySchema.safeParse({ kind: fact.kind, body: fact.body });
  const shift = (await shifts.get(ONLY))?.value;
  if (!happened.success) return;
  const { kind, body } = happened.data;
  if (kind === 'shiftOpened') {
    const opened = openShift(null, { ...body, openedAt: fact.at.anchored, openedBy: fact.by.staff });
    if (opened.is !== 'refused') await shifts.put({ key: ONLY, value: { open: opened.shift, counts: 0 } });
  }
  if (kind === 'shiftClosed') await shifts.delete(ONLY);
  if (kind === 'cashCounted' && shift !== undefined) {
    await shifts.put({ key: ONLY, value: { ...shift, counts: body.attempt } });
  }
  if (kind !== 'saleCompleted' && kind !== 'refundGiven') return;
  if (shift !== undefined) {
    const totals = addToShift(shift.open.totals, body, kind);
    await shifts.put({ key: ONLY, value: { ...shift, open: { ...shift.open, totals } } });
  }
  await unshown.put({ key: ONLY, value: { sale: body.sale } });
  if ((await openSales.get(ONLY))?.value.sale === body.sale) await openSales.delete(ONLY);
}
