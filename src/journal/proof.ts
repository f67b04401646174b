/** Proves a request by the till's key, and checks such a proof; see protocol/proof.ts for its shape. */
import { proofSchema, type Proof } from '../protocol/proof.ts';
import { decodeBase64UrlText, encodeBase64UrlText } from './base64url.ts';
import { canonicalText } from './canonical.ts';
import { sign, verify } from './keys.ts';

/** Longer than any honest proof; a longer text is not even decoded. */
const PROOF_LENGTH_MAX = 4_096;

/** @returns the text of the proof header. */
export async function makeProof(proof: Proof, privateKey: CryptoKey): Promise<string> {
  const payload = encodeBase64UrlText(canonicalText(proof));
  return `${payload}.${await sign(privateKey, payload)}`;
}

/** What a proof claims, unverified: enough to look up the till's key. @returns null when it is no proof. */
export function readProof(text: string): Proof | null {
  if (text.length > PROOF_LENGTH_MAX) return null;
  const json = decodeBase64UrlText(text.split('.')[0] ?? '');
  return json === null ? null : parseProof(json);
}

/** @returns what was proved, or null when the signature is not this key's. */
export async function verifyProof(text: string, publicKey: CryptoKey): Promise<Proof | null> {
  const proof = readProof(text);
  const [payload, signature, ...rest] = text.split('.');
  if (proof === null || payload === undefined || signature === undefined || rest.length > 0) return null;
  return (await verify(publicKey, payload, signature)) ? proof : null;
}

function parseProof(json: string): Proof | null {
  try {
    const parsed = proofSchema.safeParse(JSON.parse(json));
    return parsed.success ? parsed.data : null;
  } catch {
    // Not JSON: no proof.
    return null;
  }
}
