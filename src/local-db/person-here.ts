/** People who chose their PIN on this tablet: valid here at once, with a clerk's rights, until head office's roster says it itself. */
import type { Roster, RosterStaff } from '../protocol/roster.ts';

export interface PersonHere extends Pick<
  RosterStaff,
  'id' | 'name' | 'pinLength' | 'pinSalt' | 'pinParameters' | 'verifier'
> {
  /** The salt of the PIN that this one stands in for; null for somebody whom the roster did not name. */
  readonly replaces: string | null;
  /** Made for this person here, not extractable: the tablet's own pepper only checks what head office made. */
  readonly pepper: CryptoKey;
  /** The fact that told head office. */
  readonly told: { readonly inc: string; readonly no: number };
  /** Anchored milliseconds. */
  readonly at: number;
}

/** The roster as it counts on this tablet. Whoever has a newer PIN on it, or is on it by now, is what it says. */
export function withPeopleHere(roster: Roster, people: readonly PersonHere[]): Roster {
  if (people.length === 0) return roster;
  const named = new Set(roster.staff.map(({ id }) => id));
  const staff = roster.staff.map((person) => {
    const here = people.find((one) => one.id === person.id && one.replaces === person.pinSalt);
    return here === undefined ? person : asClerk(here, person.name);
  });
  const added = people.filter((one) => one.replaces === null && !named.has(one.id));
  return { ...roster, staff: [...staff, ...added.map((one) => asClerk(one, one.name))] };
}

/** Whatever the person is elsewhere: their own rights come back with the roster. */
export function asClerk(
  { id, pinLength, pinSalt, pinParameters, verifier }: Omit<PersonHere, 'told'>,
  name: string,
): RosterStaff {
  return { id, name, role: 'clerk', pinLength, pinSalt, pinParameters, verifier };
}

const DAY_MS = 86_400_000;

/**
 * A roster that has just been taken says it all, or head office has decided against it: it knows what was told for longer than a
 * lease, and still does not name the person.
 * @param isAcknowledged whether head office holds the fact that told it
 */
export function isOverBy(roster: Roster, here: PersonHere, isAcknowledged: boolean, now: number): boolean {
  const person = roster.staff.find(({ id }) => id === here.id);
  if (here.replaces !== null) return person?.pinSalt !== here.replaces;
  return person !== undefined || (isAcknowledged && now - here.at > roster.policy.leaseDays * DAY_MS);
}
