/** Makes this tablet a till: a key of its own, proved to be kept here, and a code that a manager gave. */
import { tradingDay } from '../domain/trading-day.ts';
import { decodeBase64Url } from '../journal/base64url.ts';
import { exportPublicKey, makeTillKey, sign } from '../journal/keys.ts';
import type { Acting } from '../local-db/acting.ts';
import type { Enrolment } from '../local-db/enrolment.ts';
import type { LocalDb } from '../local-db/open-local-db.ts';
import { proveKeyStorage } from '../local-db/prove-key-storage.ts';
import { renewEnrolment } from '../local-db/renew-enrolment.ts';
import { saveEnrolment } from '../local-db/save-enrolment.ts';
import { enrolAnswerSchema, type EnrolAnswer, type EnrolRequest } from '../protocol/enrol.ts';
import { TILL_ROUTES } from '../protocol/till-messages.ts';
import { askWithCode } from '../sync/ask-with-code.ts';
import type { Net } from '../sync/ports.ts';
import { PROTOCOL_VERSION } from '../protocol/version.ts';
import { realChance } from '../sync/real-chance.ts';
import type { EnrolOutcome } from '../till/till-ports.ts';
import type { TillClock } from './till-clock.ts';

export interface EnrolParts {
  /** The till that this tablet was before its storage died: only its code is taken. */
  readonly lostTill?: string | null;
  /** Its journal is still here: only its key is lost. */
  readonly keepsJournal?: boolean;
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
  const asked = await askWithCode(parts.net, TILL_ROUTES.enrol, request, enrolAnswerSchema);
  if (asked.is !== 'answered') return asked;
  const enrolled = asked.value;
  if (enrolled.certificate.certificate.key !== request.key) return { is: 'unreachable' };
  // A server that does not know re-keying yet has spent the code; the tablet must not become another till all the same.
  if (enrolled.till !== (parts.lostTill ?? enrolled.till)) return { is: 'otherTill' };
  parts.clock.hear(enrolled.serverTime);
  const enrolment = await enrolmentOf(enrolled, key);
  const save = parts.keepsJournal === true ? renewEnrolment : saveEnrolment;
  await save(parts.db, enrolment, enrolled.roster, firstMoment(parts, enrolled));
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
    requestNonce: realChance.nonce(),
    protocol: PROTOCOL_VERSION,
    ...(lostTill !== null && { rekey: lostTill }),
  };
}

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
