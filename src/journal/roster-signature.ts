/** The server's signature over a roster, so a till can trust it from cold without any server. */
import type { Roster, SignedRoster } from '../protocol/roster.ts';
import type { OnlineKeyCertificate } from '../protocol/seal.ts';
import { canonicalBytes } from './canonical.ts';
import { verifyByOnlineKey } from './certificates.ts';
import { sign } from './keys.ts';

export async function signRoster(
  roster: Roster,
  onlinePrivateKey: CryptoKey,
  by: OnlineKeyCertificate,
): Promise<SignedRoster> {
  return { roster, signature: await sign(onlinePrivateKey, canonicalBytes(roster)), by };
}

/** @param root the pinned root public key, SPKI base64url. */
export function verifyRoster(signed: SignedRoster, root: string): Promise<boolean> {
  return verifyByOnlineKey(signed.roster, signed.signature, signed.by, root);
}
