/** Who may do what at this till: identity's rules on the stored roster and the stored attempt budget. */
import { approve, unlock } from '../identity/approve.ts';
import { readStanding, type PinPorts } from '../identity/check-pin.ts';
import { signIn } from '../identity/sign-in.ts';
import { changeBudget, readBudget } from '../local-db/budgets.ts';
import type { Enrolment } from '../local-db/enrolment.ts';
import { notSaved } from '../local-db/not-saved.ts';
import { withPeopleHere } from '../local-db/person-here.ts';
import { recordEvent } from '../local-db/record-event.ts';
import type { Roster, RosterStaff } from '../protocol/roster.ts';
import type { AccessPort } from '../till/till-ports.ts';
import { PIN_BUDGET, type TillAccessParts } from './till-access-parts.ts';

export function tillAccess(parts: TillAccessParts): AccessPort {
  const { clock } = parts;

  async function withPerson<Outcome extends object, Unknown>(
    staff: string,
    unknown: Unknown,
    act: (ports: PinPorts, person: RosterStaff) => Promise<Outcome>,
  ): Promise<Outcome | Unknown | CannotSave> {
    const [enrolment, signed] = [parts.enrolment(), parts.roster()];
    if (enrolment === null || signed === null) return unknown;
    const person = withPeopleHere(signed, parts.peopleHere()).staff.find((one) => one.id === staff);
    if (person === undefined) return unknown;
    try {
      return asShown(await act(pinPorts(parts, pepperFor(person, parts, enrolment), signed), person));
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

  const approveAct: AccessPort['approve'] = (staff, pin, act) =>
    withPerson(staff, UNKNOWN_PERSON, (ports, person) => approve(ports, person, pin, act));
  // Loaded when somebody asks for it: most mornings everybody knows their PIN.
  const choosing = async () =>
    (await import('./choose-pin.ts')).pinChoosing({ ...parts, approve: approveAct });

  return {
    signIn: (staff, pin) => withPerson(staff, UNKNOWN_PERSON, (ports, person) => signIn(ports, person, pin)),
    approve: approveAct,
    vouch: async (approver, pin, who) => (await choosing()).vouch(approver, pin, who),
    choosePin: async (who, pin, approval) => (await choosing()).choosePin(who, pin, approval),
    unlock: (approver, pin, staff) =>
      withPerson(approver, UNKNOWN_PERSON, (ports, person) => unlock(ports, person, pin, staff)),
    standingOf: (staff) => withPerson(staff, { is: 'free' } as const, readStanding),
  };
}

const CANNOT_SAVE = { is: 'cannotSave' } as const;
type CannotSave = typeof CANNOT_SAVE;
const UNKNOWN_PERSON = { is: 'unknownPerson' } as const;

/** A PIN that was chosen here is checked by what was made here. */
function pepperFor(person: RosterStaff, { peopleHere }: TillAccessParts, { pepper }: Enrolment): CryptoKey {
  const here = peopleHere().find(({ id, pinSalt }) => id === person.id && pinSalt === person.pinSalt);
  return here?.pepper ?? pepper;
}

function pinPorts(parts: TillAccessParts, pepper: CryptoKey, roster: Roster): PinPorts {
  const { db, clock, hashPin, actingAs } = parts;
  return {
    changeBudget: (change) => changeBudget(db, PIN_BUDGET, change),
    readBudget: () => readBudget(db, PIN_BUDGET),
    now: clock.anchored,
    newId: () => crypto.randomUUID(),
    pepper,
    hashPin,
    unlocks: roster.unlocks,
    // A full disk does not keep a clerk out; selling will say what is wrong with it.
    record: (happened, by) => recordEvent(db, happened, actingAs(by)),
  };
}
