/** Asks head office, on a manager's code, for the root it has now. Pure over the network: nothing is kept here. */
import { exportPublicKey } from '../journal/keys.ts';
import type { Enrolment } from '../local-db/enrolment.ts';
import type { NewRoot } from '../local-db/pin-root.ts';
import { repinAnswerSchema } from '../protocol/repin.ts';
import { TILL_ROUTES } from '../protocol/till-messages.ts';
import { askWithCode, type CodeRefusal } from './ask-with-code.ts';
import type { Chance, Net } from './ports.ts';

export type AskedToRepin =
  | { readonly is: 'answered'; readonly value: NewRoot }
  | CodeRefusal
  /** `otherKey`: head office was restored to before this till's key, and can vouch for an older one only. */
  | { readonly is: 'otherTill' | 'otherKey' };

export async function askToRepin(
  net: Net,
  chance: Pick<Chance, 'nonce'>,
  enrolment: Enrolment,
  code: string,
): Promise<AskedToRepin> {
  const request = { code, requestNonce: chance.nonce() };
  const asked = await askWithCode(net, TILL_ROUTES.repin, request, repinAnswerSchema);
  if (asked.is !== 'answered') return asked;
  const { till, certificate, roster } = asked.value;
  const claims = certificate.certificate;
  const isOurs = [till, claims.till, roster.roster.till].every((one) => one === enrolment.till);
  if (!isOurs) return { is: 'otherTill' };
  const isOurKey = claims.key === (await exportPublicKey(enrolment.key.publicKey));
  return isOurKey ? asked : { is: 'otherKey' };
}
