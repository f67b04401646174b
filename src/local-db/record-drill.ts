/** A drill begins and ends with a fact each: what the till makes believe changes in the transaction that says so. */
import type { DrillEnded, DrillStarted } from '../domain/fact-body.ts';
import type { Acting, Approval } from './acting.ts';
import { appendFact, type Appended } from './append-fact.ts';
import { ONLY } from './journal-db.ts';
import type { NotSaved } from './not-saved.ts';
import type { LocalDb } from './open-local-db.ts';
import { readDrill } from './read-drill.ts';

export type DrillMissing = { readonly is: 'noDrill' };

/** In the place of one that runs, which is then told as never ended. */
export function startDrill(
  db: LocalDb,
  drill: DrillStarted,
  approval: Approval,
  acting: Acting,
): Promise<Appended | NotSaved> {
  return appendFact<never>(db, acting, () =>
    Promise.resolve({
      is: 'append',
      happened: { kind: 'drillStarted', body: drill },
      approval,
      move: () => db.journal.drills.put({ key: ONLY, value: drill }),
    }),
  );
}

/** @param now anchored: nothing ends later than it was to end. */
export function endDrill(
  db: LocalDb,
  how: DrillEnded['how'],
  now: number,
  acting: Acting,
): Promise<Appended | DrillMissing | NotSaved> {
  return appendFact<DrillMissing>(db, acting, async () => {
    const running = await readDrill(db);
    if (running === null) return { is: 'stop', with: { is: 'noDrill' } };
    const { drill, until } = running;
    return {
      is: 'append',
      happened: { kind: 'drillEnded', body: { drill, at: Math.min(until, now), how } },
      approval: null,
      // Two windows may say so at once: one fact tells it.
      check: () =>
        db.journal.drills
          .get(ONLY)
          .then((row) => (row?.value.drill === drill ? null : { is: 'noDrill' as const })),
      move: () => db.journal.drills.delete(ONLY),
    };
  });
}
