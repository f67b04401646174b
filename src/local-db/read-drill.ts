/** The drill that runs on this till. It is on disk, so that it ends in time whatever becomes of the app meanwhile. */
import type { DrillStarted } from '../domain/fact-body.ts';
import { ONLY } from './journal-db.ts';
import type { LocalDb } from './open-local-db.ts';

export async function readDrill(db: LocalDb): Promise<DrillStarted | null> {
  return (await db.journal.drills.get(ONLY))?.value ?? null;
}
