/** The table of those who chose their PIN on this tablet: read with the roster, cleared by the roster. */
import type { Branch } from '../journal/branch.ts';
import type { Roster } from '../protocol/roster.ts';
import { ONLY } from './journal-db.ts';
import type { LocalDb } from './open-local-db.ts';
import { isOverBy, withPeopleHere, type PersonHere } from './person-here.ts';

export function readPeopleHere(db: LocalDb): Promise<PersonHere[]> {
  return db.journal.peopleHere.toArray();
}

/** Of one moment: a roster that names somebody by now takes them off the table in the same commit. */
export async function readRosterHere(db: LocalDb): Promise<Roster | null> {
  const { rosters, peopleHere } = db.journal;
  return db.journal.transaction('r', [rosters, peopleHere], async () => {
    const [signed, people] = await Promise.all([rosters.get(ONLY), peopleHere.toArray()]);
    return signed === undefined ? null : withPeopleHere(signed.value.roster, people);
  });
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
