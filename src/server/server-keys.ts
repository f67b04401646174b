/**
 * The server's own keys, kept in files outside the database, so that a database restored from a backup, or lost, does not
 * take the tills' trust with it.
 *
 *   root.json     ECDSA P-256: vouches for online keys; its public half is pinned by every till
 *   online.json   ECDSA P-256 with the root's certificate: signs answers, rosters and till certificates
 *   nonce.json    HMAC-SHA-256: request nonces; all servers of one database share it
 *   sealed-box.json  ECDH P-256: what tills encrypt to the server (a new person's PIN)
 *   pepper.json   HMAC-SHA-256: every tablet's pepper follows from it, so a restored database can still make rosters
 */
import { createHmac, randomBytes } from 'node:crypto';
import { chmod, mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { decodeBase64Url, encodeBase64Url } from '../journal/base64url.ts';
import { signOnlineKeyCertificate, verifyOnlineKeyCertificate } from '../journal/certificates.ts';
import { exportPrivateKey, exportPublicKey, importPrivateKey, makePortableKey } from '../journal/keys.ts';
import { onlineKeyCertificateSchema, type OnlineKeyCertificate } from '../protocol/seal.ts';
import { CannotStart } from './database/cannot-start.ts';
import { readKeyFile, readOrCreate } from './key-files.ts';

export interface ServerKeys {
  /** SPKI base64url: what a till pins at enrolment. */
  readonly root: string;
  readonly online: { readonly privateKey: CryptoKey; readonly certificate: OnlineKeyCertificate };
  /** HMAC-SHA-256, for signing and verifying nonces. */
  readonly nonce: CryptoKey;
  /** ECDH P-256. */
  /** The pepper of a tablet, 32 bytes, from its till and its public key (SPKI base64url). */
  readonly pepperOf: (till: string, publicKey: string) => Buffer;
  readonly sealedBox: { readonly privateKey: CryptoKey; readonly publicKey: string };
}

export const ROOT_FILE = 'root.json';
export const ONLINE_FILE = 'online.json';
const NONCE_FILE = 'nonce.json';
export const PEPPER_FILE = 'pepper.json';
const BOX_FILE = 'sealed-box.json';
export const KEY_FILES = [ROOT_FILE, ONLINE_FILE, NONCE_FILE, PEPPER_FILE, BOX_FILE] as const;

export const keyPairSchema = z.object({ publicKey: z.string(), privateKey: z.string() });
const onlineSchema = z.object({ privateKey: z.string(), certificate: onlineKeyCertificateSchema });
export const secretSchema = z.object({ secret: z.string() });

const ecdh = { name: 'ECDH', namedCurve: 'P-256' } as const;
const hmac = { name: 'HMAC', hash: 'SHA-256' } as const;
const secretBytes = 32;

export async function loadOrCreateServerKeys(folder: string, now: number): Promise<ServerKeys> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  await chmod(folder, 0o700);
  await refuseOnlineKeyAlone(folder);
  const root = await readOrCreate(join(folder, ROOT_FILE), keyPairSchema, makeRoot);
  const online = await readOrCreate(join(folder, ONLINE_FILE), onlineSchema, () =>
    makeOnline(root.privateKey, now),
  );
  await refuseForeignRoot(online.certificate, root.publicKey);
  const nonce = await readOrCreate(join(folder, NONCE_FILE), secretSchema, makeSecret);
  const pepper = await readOrCreate(join(folder, PEPPER_FILE), secretSchema, makeSecret);
  const box = await readOrCreate(join(folder, BOX_FILE), keyPairSchema, makeSealedBox);
  return {
    root: root.publicKey,
    online: { privateKey: await signingKey(online.privateKey), certificate: online.certificate },
    nonce: await crypto.subtle.importKey('raw', bytesOf(nonce.secret), hmac, false, ['sign', 'verify']),
    pepperOf: pepperMaker(bytesOf(pepper.secret)),
    sealedBox: {
      privateKey: await crypto.subtle.importKey('pkcs8', bytesOf(box.privateKey), ecdh, false, [
        'deriveBits',
      ]),
      publicKey: box.publicKey,
    },
  };
}

const ROOT_ADVICE =
  'Restore the keys folder from its backup. If the root is lost for good, run "npm run keys -- new-root": then each till needs a code.';

/** A new root would be made in silence, and no till would believe it. */
async function refuseOnlineKeyAlone(folder: string): Promise<void> {
  const online = await readKeyFile(join(folder, ONLINE_FILE), onlineSchema);
  const root = await readKeyFile(join(folder, ROOT_FILE), keyPairSchema);
  if (online !== undefined && root === undefined)
    throw new CannotStart(`The root key is gone from ${folder}. ${ROOT_ADVICE}`);
}

async function refuseForeignRoot(certificate: OnlineKeyCertificate, root: string): Promise<void> {
  if ((await verifyOnlineKeyCertificate(certificate, root)) !== null) return;
  throw new CannotStart(`The root key is not the one that vouches for the online key. ${ROOT_ADVICE}`);
}

async function makeRoot(): Promise<z.infer<typeof keyPairSchema>> {
  const pair = await makePortableKey();
  return {
    publicKey: await exportPublicKey(pair.publicKey),
    privateKey: await exportPrivateKey(pair.privateKey),
  };
}

export async function makeOnline(rootPrivateKey: string, now: number): Promise<z.infer<typeof onlineSchema>> {
  const pair = await makePortableKey();
  const certificate = await signOnlineKeyCertificate(
    { kind: 'onlineKey', key: await exportPublicKey(pair.publicKey), from: now },
    await signingKey(rootPrivateKey),
  );
  return { privateKey: await exportPrivateKey(pair.privateKey), certificate };
}

function makeSecret(): Promise<z.infer<typeof secretSchema>> {
  return Promise.resolve({ secret: encodeBase64Url(randomBytes(secretBytes)) });
}

function pepperMaker(secret: Uint8Array): ServerKeys['pepperOf'] {
  return (till, publicKey) =>
    createHmac('sha256', secret)
      .update(JSON.stringify(['evertill pepper', till, publicKey]))
      .digest();
}

async function makeSealedBox(): Promise<z.infer<typeof keyPairSchema>> {
  const pair = await crypto.subtle.generateKey(ecdh, true, ['deriveBits']);
  return {
    publicKey: await exportPublicKey(pair.publicKey),
    privateKey: await exportPrivateKey(pair.privateKey),
  };
}

async function signingKey(pkcs8: string): Promise<CryptoKey> {
  const key = await importPrivateKey(pkcs8);
  if (key === null)
    throw new CannotStart('A key file of the server is damaged. Restore the keys folder from its backup.');
  return key;
}

function bytesOf(base64Url: string): Uint8Array<ArrayBuffer> {
  const bytes = decodeBase64Url(base64Url);
  if (bytes === null)
    throw new CannotStart('A key file of the server is damaged. Restore the keys folder from its backup.');
  return bytes;
}
