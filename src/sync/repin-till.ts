/** Pins the root of a head office whose keys are new, on a manager's code. The till keeps its key and its journal, and sends on. */
import { exportPublicKey } from '../journal/keys.ts';
import type { Acting } from '../local-db/acting.ts';
import type { LocalDb } from '../local-db/open-local-db.ts';
import { pinRoot } from '../local-db/pin-root.ts';
import { readEnrolment } from '../local-db/read-enrolment.ts';
import { repinAnswerSchema } from '../protocol/repin.ts';
import { TILL_ROUTES } from '../protocol/till-messages.ts';
import { askWithCode, type CodeRefusal } from './ask-with-code.ts';
import type { Net } from './ports.ts';
import { realChance } from './real-chance.ts';

export interface RepinParts {
  readonly db: LocalDb;
  readonly net: Net;
  /** As the till itself, now. */
  readonly act: () => Acting;
}

export type RepinOutcome =
  { readonly is: 'repinned' } | CodeRefusal | { readonly is: 'otherTill' | 'cannotSave' };

export async function repinTill({ db, net, act }: RepinParts, code: string): Promise<RepinOutcome> {
  const request = { code, requestNonce: realChance.nonce() };
  const asked = await askWithCode(net, TILL_ROUTES.repin, request, repinAnswerSchema);
  if (asked.is !== 'answered') return asked;
  const { till, certificate, root, roster } = asked.value;
  const enrolment = await readEnrolment(db);
  if (enrolment === null) return { is: 'otherTill' };
  const claims = certificate.certificate;
  const isOurs =
    [till, claims.till, roster.roster.till].every((one) => one === enrolment.till) &&
    claims.key === (await exportPublicKey(enrolment.key.publicKey));
  if (!isOurs) return { is: 'otherTill' };
  const pinned = await pinRoot(db, { root, certificate, roster }, act());
  return { is: pinned.is === 'recorded' ? 'repinned' : 'cannotSave' };
}
