/**
 * Head office has another root than the till pinned, so the till can believe nothing it says. A manager's code from the office
 * lets it pin the new one; see protocol/repin.ts. It keeps its journal and its key.
 */
import { verifyTillCertificate } from '../journal/certificates.ts';
import { sha256Hex } from '../journal/digest.ts';
import { exportPublicKey } from '../journal/keys.ts';
import { verifyRoster } from '../journal/roster-signature.ts';
import { verifySeal } from '../journal/seal.ts';
import type { Enrolment } from '../local-db/enrolment.ts';
import { repinAnswerSchema, type RepinAnswer } from '../protocol/repin.ts';
import { SEAL_CERTIFICATE_HEADER, SEAL_HEADER, TILL_ROUTES } from '../protocol/till-messages.ts';
import { parseJson } from './parse-json.ts';
import type { Chance, Net, NetAnswer } from './ports.ts';

const DEADLINE_MS = 20_000;

/** What the till goes by from now on. */
export type Pinned = Pick<RepinAnswer, 'root' | 'certificate' | 'roster'>;

/** @returns null when nobody answered who holds together under a root of its own and knows this very till and key. */
export async function askToRepin(
  net: Net,
  chance: Pick<Chance, 'nonce'>,
  enrolment: Enrolment,
  code: string,
): Promise<Pinned | null> {
  const requestNonce = chance.nonce();
  const answer = await net.send({
    method: 'POST',
    target: TILL_ROUTES.repin,
    headers: { 'content-type': 'application/json' },
    body: new TextEncoder().encode(JSON.stringify({ code, requestNonce })),
    deadlineMs: DEADLINE_MS,
  });
  if (answer.is === 'failed' || answer.status !== 200) return null;
  const told = repinAnswerSchema.safeParse(parseJson(answer.body)).data;
  return told !== undefined && (await holdsTogether(told, requestNonce, answer, enrolment)) ? told : null;
}

type Arrived = Extract<NetAnswer, { readonly is: 'answer' }>;

async function holdsTogether(
  { root, certificate, roster }: RepinAnswer,
  requestNonce: string,
  answer: Arrived,
  { till, business, key }: Enrolment,
): Promise<boolean> {
  const subject = {
    till: '',
    requestNonce,
    route: TILL_ROUTES.repin,
    status: answer.status,
    bodyDigest: await sha256Hex(answer.body),
  };
  const headers = { seal: answer.header(SEAL_HEADER), certificate: answer.header(SEAL_CERTIFICATE_HEADER) };
  const isOurs =
    certificate.certificate.till === till &&
    certificate.certificate.key === (await exportPublicKey(key.publicKey)) &&
    roster.roster.till === till &&
    roster.roster.business === business;
  return (
    isOurs &&
    (await verifySeal(headers, subject, root)) === 'sealed' &&
    (await verifyTillCertificate(certificate, root)) &&
    verifyRoster(roster, root)
  );
}
