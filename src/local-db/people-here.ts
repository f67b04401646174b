/** The table of those who chose their PIN on this tablet: read with the roster, cleared by the roster. */
import type { Branch } from '../journal/branch.ts';
import type { Roster } from '../protocol/roster.ts';
import type { LocalDb } from './open-local-db.ts';
import { isOverBy, type PersonHere } from './person-here.ts';

export function readPeopleHere(db: LocalDb): Promise<PersonHere[]> {
  return db.journal.peopleHere.toArray();
}

/** Inside the transaction that keeps the roster. */
export async function settlePeopleHere(db: LocalDb, roster: Roster, now: number): Promise<void> {
  const { peopleHere, branches } = db.journal;
  const [people, all] = await Promise.all([peopleHere.toArray(), branches.toArray()]);
  const over = people.filter((here) => isOverBy(roster, here, isAcknowledged(here, all), now));
  await peopleHere.bulkDelete(over.map(({ id }) => id));
}

function isAcknowledged({ told }: PersonHere, branches: readonly Branch[]): boolean {
  const branch = branches.find(({ inc }) => inc === told.inc);
  return branch !== undefined && branch.acknowledged.no >= told.no;
}
