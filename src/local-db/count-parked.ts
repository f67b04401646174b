/** How many baskets are put aside on this till, for the button that says so. */
import type { LocalDb } from './open-local-db.ts';

export async function countParked(db: LocalDb): Promise<number> {
  return db.journal.parked.count();
}
