/** Records a count of the drawer, by denomination. */
import { countCash } from '../domain/count-cash.ts';
import type { CashCounted } from '../domain/fact-body.ts';
import { refuse, type Refusal } from '../domain/refusal.ts';
import type { Acting } from './acting.ts';
import { appendFact, type Appended, type Decision, type JournalView } from './append-fact.ts';
import { ONLY } from './journal-db.ts';
import type { NotSaved } from './not-saved.ts';
import type { LocalDb } from './open-local-db.ts';

export interface DrawerCount {
  readonly shift: string;
  readonly denominations: CashCounted['denominations'];
}

export function recordCount(
  db: LocalDb,
  count: DrawerCount,
  acting: Acting,
): Promise<Appended | Refusal | NotSaved> {
  return appendFact<Refusal>(db, acting, (view) => Promise.resolve(decide(db, count, view)));
}

function decide(db: LocalDb, count: DrawerCount, view: JournalView): Decision<Refusal> {
  const row = view.shift;
  if (row?.open.shift !== count.shift) return { is: 'stop', with: refuse({ code: 'shift-not-open' }) };
  const attempt = row.counts + 1;
  const counted = countCash(count.denominations);
  return {
    is: 'append',
    happened: {
      kind: 'cashCounted',
      body: { shift: count.shift, attempt, denominations: count.denominations, counted },
    },
    approval: null,
    move: () => db.journal.shifts.put({ key: ONLY, value: { ...row, counts: attempt } }),
  };
}
