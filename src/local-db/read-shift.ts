/** The open shift of this till, as it stands after the last fact. */
import type { OpenShift } from '../domain/shift.ts';
import { ONLY } from './journal-db.ts';
import type { LocalDb } from './open-local-db.ts';

export async function readShift(db: LocalDb): Promise<OpenShift | null> {
  return (await db.journal.shifts.get(ONLY))?.value.open ?? null;
}
