/** Reads what makes this tablet a till. */
import type { Enrolment } from './enrolment.ts';
import { ONLY } from './journal-db.ts';
import type { LocalDb } from './open-local-db.ts';

export async function readEnrolment(db: LocalDb): Promise<Enrolment | null> {
  return (await db.journal.enrolments.get(ONLY))?.value ?? null;
}
