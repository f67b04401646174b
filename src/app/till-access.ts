/** Who may do what at this till: identity's rules on the stored roster and the stored attempt budget. */
import { approve, unlock } from '../identity/approve.ts';
import { readStanding, type PinPorts } from '../identity/check-pin.ts';
import type { HashPin } from '../identity/hash-pin.ts';
import { signIn } from '../identity/sign-in.ts';
import type { Acting } from '../local-db/acting.ts';
import { changeBudget, readBudget } from '../local-db/budgets.ts';
import type { Enrolment } from '../local-db/enrolment.ts';
import { notSaved } from '../local-db/not-saved.ts';
import type { LocalDb } from '../local-db/open-local-db.ts';
import { recordEvent } from '../local-db/record-event.ts';
import type { Roster, RosterStaff } from '../protocol/roster.ts';
import type { AccessPort } from '../till/till-ports.ts';
import type { TillClock } from './till-clock.ts';

export interface TillAccessParts {
  readonly db: LocalDb;
  readonly clock: TillClock;
  readonly enrolment: () => Enrolment | null;
  readonly roster: () => Roster | null;
  readonly hashPin: HashPin;
  readonly actingAs: (staff: string) => Acting;
}

/** The one record of the till's attempts. */
const BUDGET = 'pins';

export function tillAccess(parts: TillAccessParts): AccessPort {
  const { clock } = parts;

  async function withPerson<Outcome extends object, Unknown>(
    staff: string,
    unknown: Unknown,
    act: (ports: PinPorts, person: RosterStaff) => Promise<Outcome>,
  ): Promise<Outcome | Unknown | CannotSave> {
    const [enrolment, roster] = [parts.enrolment(), parts.roster()];
    const person = roster?.staff.find((one) => one.id === staff);
    if (enrolment === null || roster === null || person === undefined) return unknown;
    try {
      return asShown(await act(pinPorts(parts, enrolment, roster), person));
    } catch (error) {
      notSaved(error);
      return CANNOT_SAVE;
    }
  }

  /** Waits are counted on the anchored clock and shown on the one that people read. */
  function asShown<Outcome extends object>(outcome: Outcome): Outcome {
    if (!('waitUntil' in outcome) || typeof outcome.waitUntil !== 'number') return outcome;
    return { ...outcome, waitUntil: outcome.waitUntil + clock.now() - clock.anchored() };
  }

  return {
    signIn: (staff, pin) => withPerson(staff, UNKNOWN_PERSON, (ports, person) => signIn(ports, person, pin)),
    approve: (staff, pin, act) =>
      withPerson(staff, UNKNOWN_PERSON, (ports, person) => approve(ports, person, pin, act)),
    unlock: (approver, pin, staff) =>
      withPerson(approver, UNKNOWN_PERSON, (ports, person) => unlock(ports, person, pin, staff)),
    standingOf: (staff) => withPerson(staff, { is: 'free' } as const, readStanding),
  };
}

const CANNOT_SAVE = { is: 'cannotSave' } as const;
type CannotSave = typeof CANNOT_SAVE;
const UNKNOWN_PERSON = { is: 'unknownPerson' } as const;

function pinPorts(parts: TillAccessParts, enrolment: Enrolment, roster: Roster): PinPorts {
  const { db, clock, hashPin, actingAs } = parts;
  return {
    changeBudget: (change) => changeBudget(db, BUDGET, change),
    readBudget: () => readBudget(db, BUDGET),
    now: clock.anchored,
    newId: () => crypto.randomUUID(),
    pepper: enrolment.pepper,
    hashPin,
    unlocks: roster.unlocks,
    // A full disk does not keep a clerk out; selling will say what is wrong with it.
    record: (happened, by) => recordEvent(db, happened, actingAs(by)),
  };
}
