/** Makes this tablet a till: a key of its own, proved to be kept here, and a code that a manager gave. */
import { tradingDay } from '../domain/trading-day.ts';
import { decodeBase64Url, encodeBase64Url } from '../journal/base64url.ts';
import { verifyTillCertificate } from '../journal/certificates.ts';
import { sha256Hex } from '../journal/digest.ts';
import { exportPublicKey, makeTillKey, sign } from '../journal/keys.ts';
import { verifyRoster } from '../journal/roster-signature.ts';
import { verifySeal } from '../journal/seal.ts';
import type { Acting } from '../local-db/acting.ts';
import type { Enrolment } from '../local-db/enrolment.ts';
import type { LocalDb } from '../local-db/open-local-db.ts';
import { proveKeyStorage } from '../local-db/prove-key-storage.ts';
import { saveEnrolment } from '../local-db/save-enrolment.ts';
import { enrolAnswerSchema, type EnrolAnswer, type EnrolRequest } from '../protocol/enrol.ts';
import { problemSchema, type ProblemCode } from '../protocol/problem.ts';
import { SEAL_CERTIFICATE_HEADER, SEAL_HEADER, TILL_ROUTES } from '../protocol/till-messages.ts';
import { parseJson } from '../sync/parse-json.ts';
import type { Net, NetAnswer } from '../sync/ports.ts';
import type { EnrolOutcome } from '../till/till-ports.ts';
import type { TillClock } from './till-clock.ts';

const DEADLINE_MS = 20_000;
const NONCE_BYTES = 16;

export interface EnrolParts {
  /** The till that this tablet was before its storage died: only its code is taken. */
  readonly lostTill?: string | null;
  readonly db: LocalDb;
  readonly net: Net;
  readonly clock: Pick<TillClock, 'hear'>;
  /** As the till itself, now. */
  readonly act: () => Acting;
}

/** One key for all tries: when an answer is lost, the same code works again with the same key, and with no other. */
export function tillEnroller(parts: EnrolParts): (code: string) => Promise<EnrolOutcome> {
  let key: CryptoKeyPair | null = null;
  return async (code) => {
    key ??= await makeTillKey();
    return (await proveKeyStorage(key)) ? enrolWith(parts, code, key) : { is: 'cannotKeepKey' };
  };
}

async function enrolWith(parts: EnrolParts, code: string, key: CryptoKeyPair): Promise<EnrolOutcome> {
  const request = await makeRequest(code, key, parts.lostTill ?? null);
  const answer = await parts.net.send({
    method: 'POST',
    target: TILL_ROUTES.enrol,
    headers: { 'content-type': 'application/json' },
    body: new TextEncoder().encode(JSON.stringify(request)),
    deadlineMs: DEADLINE_MS,
  });
  if (answer.is === 'failed') return UNREACHABLE;
  const enrolled = await readAnswer(request, answer);
  if (enrolled === null) return refusalOf(answer);
  // A server that does not know re-keying yet has spent the code; the tablet must not become another till all the same.
  if (enrolled.till !== (parts.lostTill ?? enrolled.till)) return { is: 'otherTill' };
  parts.clock.hear(enrolled.serverTime);
  const enrolment = await enrolmentOf(enrolled, key);
  await saveEnrolment(parts.db, enrolment, enrolled.roster, firstMoment(parts, enrolled));
  return { is: 'enrolled' };
}

/** The clock does not know yet where the shop is. */
function firstMoment({ act }: EnrolParts, { roster, serverTime }: EnrolAnswer): Acting {
  const { timeZone, startOfDay } = roster.roster.policy;
  const acting = act();
  return { ...acting, moment: { ...acting.moment, day: tradingDay(serverTime, timeZone, startOfDay) } };
}

async function makeRequest(code: string, key: CryptoKeyPair, lostTill: string | null): Promise<EnrolRequest> {
  return {
    code,
    key: await exportPublicKey(key.publicKey),
    proof: await sign(key.privateKey, code),
    requestNonce: encodeBase64Url(crypto.getRandomValues(new Uint8Array(NONCE_BYTES))),
    ...(lostTill !== null && { rekey: lostTill }),
  };
}

type Arrived = Extract<NetAnswer, { readonly is: 'answer' }>;

/** The root is pinned from this very answer, so the answer must hold together under it: seal, certificate, roster. */
async function readAnswer(request: EnrolRequest, answer: Arrived): Promise<EnrolAnswer | null> {
  const parsed = enrolAnswerSchema.safeParse(parseJson(answer.body));
  if (!parsed.success || answer.status !== 200 || answer.isRedirect) return null;
  const { root, certificate, roster } = parsed.data;
  const seal = await verifySeal(
    { seal: answer.header(SEAL_HEADER), certificate: answer.header(SEAL_CERTIFICATE_HEADER) },
    {
      till: '',
      requestNonce: request.requestNonce,
      route: TILL_ROUTES.enrol,
      status: answer.status,
      bodyDigest: await sha256Hex(answer.body),
    },
    root,
  );
  const holds =
    seal === 'sealed' &&
    (await verifyTillCertificate(certificate, root)) &&
    (await verifyRoster(roster, root));
  return holds && certificate.certificate.key === request.key ? parsed.data : null;
}

/** Only our own server knows these codes; whatever else came is nobody's refusal. */
function refusalOf(answer: Arrived): EnrolOutcome {
  const problem = problemSchema.safeParse(parseJson(answer.body));
  return problem.success ? (outcomeOf[problem.data.code] ?? UNREACHABLE) : UNREACHABLE;
}

const UNREACHABLE: EnrolOutcome = { is: 'unreachable' };
const outcomeOf: Partial<Record<ProblemCode, EnrolOutcome>> = {
  'code-invalid': { is: 'codeRefused' },
  'input-invalid': { is: 'codeRefused' },
  'too-many-tries': { is: 'tooManyTries' },
};

async function enrolmentOf(answer: EnrolAnswer, key: CryptoKeyPair): Promise<Enrolment> {
  const { till, tillName, business, shop, series, root, certificate } = answer;
  return {
    till,
    tillName,
    business,
    shop,
    series,
    root,
    certificate,
    key,
    pepper: await importPepper(answer.pepper),
  };
}

/** The bytes are forgotten with this call: from now on the pepper can be used here, and not copied out. */
function importPepper(pepper: string): Promise<CryptoKey> {
  const bytes = decodeBase64Url(pepper) ?? new Uint8Array();
  return crypto.subtle.importKey('raw', bytes, { name: 'HMAC', hash: 'SHA-256' }, false, ['verify']);
}
