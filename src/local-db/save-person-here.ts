/** Somebody has chosen a PIN on this tablet: the fact that tells head office and what makes it valid here, in one commit. */
import type { FactBody } from '../domain/fact-body.ts';
import { refuse, type Refusal } from '../domain/refusal.ts';
import { sha256Hex } from '../journal/digest.ts';
import type { Acting, Approval } from './acting.ts';
import { appendFact, type Appended } from './append-fact.ts';
import type { NotSaved } from './not-saved.ts';
import type { LocalDb } from './open-local-db.ts';
import type { PersonHere } from './person-here.ts';

type PersonFact = Extract<FactBody, { readonly kind: 'pinSet' | 'personAdded' }>;

/** What an approver consents to: that this person chooses a PIN. */
export function personAct(kind: PersonFact['kind'], staff: string): string {
  return `${kind} ${staff}`;
}

export function savePersonHere(
  db: LocalDb,
  person: Omit<PersonHere, 'told'>,
  happened: PersonFact,
  acting: Acting,
  approval: Approval,
): Promise<Appended | Refusal | NotSaved> {
  return appendFact<Refusal>(db, acting, async ({ branch }) => {
    const act = personAct(happened.kind, happened.body.staff);
    if (approval.digest !== (await sha256Hex(act)))
      return { is: 'stop', with: refuse({ code: 'approval-other-act' }) };
    const told = { inc: branch.inc, no: branch.head.no + 1 };
    return {
      is: 'append',
      happened,
      approval,
      move: async () => db.journal.peopleHere.put({ ...person, told }),
    };
  });
}
