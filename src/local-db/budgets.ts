/** Durable attempt budgets for identity: one record per person and one per till, read and written in one strict act. */
import { withLiveHandle } from './live-handle.ts';
import type { LocalDb } from './open-local-db.ts';

/** @returns what is stored; identity parses it. */
export async function readBudget(db: LocalDb, id: string): Promise<unknown> {
  return (await db.journal.budgets.get(id))?.budget ?? null;
}

/** On disk when it resolves, shared by all windows: the budget is written before the PIN is checked. */
export function changeBudget<Answer>(
  db: LocalDb,
  id: string,
  change: (stored: unknown) => { readonly store: unknown; readonly answer: Answer },
): Promise<Answer> {
  const { budgets } = db.journal;
  return withLiveHandle(db.journal, () =>
    db.journal.transaction('rw', budgets, async () => {
      const { store, answer } = change((await budgets.get(id))?.budget ?? null);
      await budgets.put({ id, budget: store });
      return answer;
    }),
  );
}
