/** Somebody chooses a PIN at the till, an approver standing by: kept here for this tablet, sealed for head office. */
import { giveBack } from '../identity/check-pin.ts';
import { encodeBase64Url } from '../journal/base64url.ts';
import { sealText } from '../journal/sealed-box.ts';
import { changeBudget } from '../local-db/budgets.ts';
import { notSaved } from '../local-db/not-saved.ts';
import { asClerk, type PersonHere } from '../local-db/person-here.ts';
import { recordEvent } from '../local-db/record-event.ts';
import { personAct, savePersonHere } from '../local-db/save-person-here.ts';
import { mayVouchFor } from '../domain/role.ts';
import type { PersonSecret } from '../protocol/person-body.ts';
import type { PinParameters, Roster } from '../protocol/roster.ts';
import type { AccessPort, Choosing } from '../till/till-ports.ts';
import { PIN_BUDGET, type TillAccessParts } from './till-access-parts.ts';

interface ChoosingParts extends TillAccessParts {
  readonly approve: AccessPort['approve'];
}

/** Where the roster names nobody to copy them from: what head office makes its own with. */
const PARAMETERS: PinParameters = { algorithm: 'argon2id', memoryKiB: 19_456, passes: 2, lanes: 1 };
const SALT_BYTES = 16;
const KEY_BYTES = 32;
const CANNOT_SAVE = { is: 'cannotSave' } as const;
const HMAC = { name: 'HMAC', hash: 'SHA-256' } as const;

export function pinChoosing(parts: ChoosingParts): Pick<AccessPort, 'vouch' | 'choosePin'> {
  return {
    vouch: async (approver, pin, who) => {
      const roster = parts.roster();
      const role = (id: string) => roster?.staff.find((person) => person.id === id)?.role;
      const [by, of] = [role(approver), role(who.staff) ?? 'clerk'];
      if (by === undefined || !mayVouchFor(by, of)) return { is: 'notAllowed' };
      return parts.approve(approver, pin, personAct(who.is, who.staff));
    },
    choosePin: async (who, pin, approval) => {
      const [roster, enrolment] = [parts.roster(), parts.enrolment()];
      if (roster?.sealedBox === undefined || enrolment === null) return CANNOT_SAVE;
      const secret: PersonSecret = { name: who.is === 'personAdded' ? who.name : null, pin };
      const { business, till } = enrolment;
      const sealedFor = { business, till, kind: who.is, staff: who.staff };
      const sealed = await sealText(roster.sealedBox, sealedFor, JSON.stringify(secret));
      if (sealed === null) return CANNOT_SAVE;
      const person = await personHere(parts, roster, who, pin);
      const happened = { kind: who.is, body: { staff: who.staff, sealed } };
      const acting = parts.actingAs(approval.approver);
      const saved = await savePersonHere(parts.db, person, happened, acting, approval);
      if (saved.is !== 'recorded') return CANNOT_SAVE;
      await freshBudget(parts, who.staff);
      await recordEvent(
        parts.db,
        { kind: 'signedIn', body: { staff: who.staff } },
        parts.actingAs(who.staff),
      );
      return { is: 'chosen', person: asClerk(person, person.name) };
    },
  };
}

async function personHere(
  { hashPin, clock, peopleHere }: ChoosingParts,
  roster: Roster,
  who: Choosing,
  pin: string,
): Promise<Omit<PersonHere, 'told'>> {
  const listed = roster.staff.find(({ id }) => id === who.staff);
  const pinParameters = (listed ?? roster.staff[0])?.pinParameters ?? PARAMETERS;
  const salt = randomBytes(SALT_BYTES);
  const pepper = await crypto.subtle.importKey('raw', randomBytes(KEY_BYTES), HMAC, false, [
    'sign',
    'verify',
  ]);
  const verifier = await crypto.subtle.sign('HMAC', pepper, await hashPin(pin, salt, pinParameters));
  const already = peopleHere().find(({ id }) => id === who.staff)?.name;
  return {
    id: who.staff,
    name: who.is === 'personAdded' ? who.name : (listed?.name ?? already ?? who.staff),
    replaces: listed?.pinSalt ?? null,
    pinLength: pin.length,
    pinSalt: encodeBase64Url(salt),
    pinParameters,
    verifier: encodeBase64Url(new Uint8Array(verifier)),
    pepper,
    at: clock.anchored(),
  };
}

function randomBytes(count: number): Uint8Array<ArrayBuffer> {
  return crypto.getRandomValues(new Uint8Array(count));
}

/** An approver vouched for them: wrong PINs of before count no more, nor does a lock. */
async function freshBudget({ db, clock }: ChoosingParts, staff: string): Promise<void> {
  const budget = {
    now: clock.anchored,
    changeBudget: <Answer>(
      change: (stored: unknown) => { readonly store: unknown; readonly answer: Answer },
    ) => changeBudget(db, PIN_BUDGET, change),
  };
  await giveBack(budget, staff).catch(notSaved);
}
