/** A tablet in memory: enrolled with real keys, a signed roster and a journal, as if a server had done it. */
import { exportPublicKey, makePortableKey, makeTillKey } from '../journal/keys.ts';
import { signOnlineKeyCertificate, signTillCertificate } from '../journal/certificates.ts';
import { signRoster } from '../journal/roster-signature.ts';
import type { Acting } from '../local-db/acting.ts';
import type { Enrolment } from '../local-db/enrolment.ts';
import { closeLocalDb, openLocalDb, type LocalDb } from '../local-db/open-local-db.ts';
import { saveEnrolment } from '../local-db/save-enrolment.ts';
import { shopPolicySchema, type Roster, type SignedRoster } from '../protocol/roster.ts';
import type { OnlineKeyCertificate } from '../protocol/seal.ts';
import { TRIAL_DAY, TRIAL_POLICY } from './trial-shop.ts';

export interface TrialTill {
  readonly db: LocalDb;
  readonly enrolment: Enrolment;
  /** As the server would sign it, with these fields changed. */
  readonly roster: (changes?: Partial<Roster>) => Promise<SignedRoster>;
  /** A second window on the same databases. */
  readonly openWindow: () => Promise<LocalDb>;
  readonly close: () => void;
}

interface Authority {
  readonly root: string;
  readonly online: CryptoKey;
  readonly certificate: OnlineKeyCertificate;
}

let tills = 0;

/** @param series of its receipts. @param given what else than the trial shop's till it is. */
export async function makeTrialTill(series = 'A1', given: Partial<Roster> = {}): Promise<TrialTill> {
  tills += 1;
  const suffix = `-trial-${String(tills)}`;
  const authority = await makeAuthority();
  const windows = [await openLocalDb(suffix)];
  const [db] = windows;
  if (db === undefined) throw new Error('no window');
  const own = { ...trialRoster, ...given };
  const enrolment = await makeEnrolment(authority, series, own);
  const roster = (changes: Partial<Roster> = {}) =>
    signRoster({ ...own, ...changes }, authority.online, authority.certificate);
  await saveEnrolment(db, enrolment, await roster(), trialActing());
  return {
    db,
    enrolment,
    roster,
    openWindow: async () => {
      const window = await openLocalDb(suffix);
      windows.push(window);
      return window;
    },
    close: () => windows.forEach(closeLocalDb),
  };
}

/** Daniel at the till on the trial day, minutes after eight. */
export function trialActing(minutes = 0, staff = 's-daniel'): Acting {
  const at = Date.UTC(2025, 4, 6, 7, minutes);
  return {
    staff,
    how: 'pin',
    moment: { wall: at, mono: minutes * 60_000, anchored: at, day: TRIAL_DAY },
    link: { signIn: 'up', sending: 'up' },
    app: '0.1.0',
  };
}

const trialRoster: Roster = {
  till: 'till-1',
  tillName: 'Front',
  business: 'business-1',
  shop: 'shop-1',
  epoch: 'epoch-1',
  version: 1,
  issued: Date.UTC(2025, 4, 6),
  policy: shopPolicySchema.parse(TRIAL_POLICY),
  unlocks: [],
  revocation: { number: 0, revoked: false },
  staff: [],
};

async function makeAuthority(): Promise<Authority> {
  const [root, online] = await Promise.all([makePortableKey(), makePortableKey()]);
  const claims = { kind: 'onlineKey', key: await exportPublicKey(online.publicKey), from: 0 } as const;
  return {
    root: await exportPublicKey(root.publicKey),
    online: online.privateKey,
    certificate: await signOnlineKeyCertificate(claims, root.privateKey),
  };
}

async function makeEnrolment(
  { root, online, certificate: by }: Authority,
  series: string,
  { till, tillName, business, shop }: Roster,
): Promise<Enrolment> {
  const key = await makeTillKey();
  const claims = { till, business, shop, series, key: await exportPublicKey(key.publicKey), issued: 0 };
  const pepper = await crypto.subtle.importKey(
    'raw',
    new Uint8Array(32),
    { name: 'HMAC', hash: 'SHA-256' },
    false,
    // A tablet's own only verifies; here it stands for the server's too.
    ['sign', 'verify'],
  );
  const certificate = await signTillCertificate({ kind: 'till', ...claims }, online, by);
  return { till, tillName, business, shop, series, root, certificate, key, pepper };
}
