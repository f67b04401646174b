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
import { createHmac, randomBytes, randomUUID } from 'node:crypto';
import { chmod, link, mkdir, open, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { decodeBase64Url, encodeBase64Url } from '../journal/base64url.ts';
import { signOnlineKeyCertificate } from '../journal/certificates.ts';
import { exportPrivateKey, exportPublicKey, importPrivateKey, makePortableKey } from '../journal/keys.ts';
import { onlineKeyCertificateSchema, type OnlineKeyCertificate } from '../protocol/seal.ts';
import { CannotStart } from './database/cannot-start.ts';

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

const keyPairSchema = z.object({ publicKey: z.string(), privateKey: z.string() });
const onlineSchema = z.object({ privateKey: z.string(), certificate: onlineKeyCertificateSchema });
const secretSchema = z.object({ secret: z.string() });

const ecdh = { name: 'ECDH', namedCurve: 'P-256' } as const;
const hmac = { name: 'HMAC', hash: 'SHA-256' } as const;
const secretBytes = 32;

export async function loadOrCreateServerKeys(folder: string, now: number): Promise<ServerKeys> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  await chmod(folder, 0o700);
  const root = await readOrCreate(join(folder, 'root.json'), keyPairSchema, makeRoot);
  const online = await readOrCreate(join(folder, 'online.json'), onlineSchema, () =>
    makeOnline(root.privateKey, now),
  );
  const nonce = await readOrCreate(join(folder, 'nonce.json'), secretSchema, makeSecret);
  const pepper = await readOrCreate(join(folder, 'pepper.json'), secretSchema, makeSecret);
  const box = await readOrCreate(join(folder, 'sealed-box.json'), keyPairSchema, makeSealedBox);
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

async function makeRoot(): Promise<z.infer<typeof keyPairSchema>> {
  const pair = await makePortableKey();
  return {
    publicKey: await exportPublicKey(pair.publicKey),
    privateKey: await exportPrivateKey(pair.privateKey),
  };
}

async function makeOnline(rootPrivateKey: string, now: number): Promise<z.infer<typeof onlineSchema>> {
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

async function readOrCreate<Content>(
  path: string,
  schema: z.ZodType<Content>,
  make: () => Promise<Content>,
): Promise<Content> {
  const existing = await readKeyFile(path, schema);
  if (existing !== undefined) return existing;
  await createWhole(path, JSON.stringify(await make()));
  const created = await readKeyFile(path, schema);
  if (created === undefined) throw new CannotStart(`The key file ${path} could not be written.`);
  return created;
}

/** A key file that is there but cannot be read is never replaced: tills trust what is in it. */
async function readKeyFile<Content>(path: string, schema: z.ZodType<Content>): Promise<Content | undefined> {
  const text = await readFile(path, 'utf8').catch((error: unknown) => {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw new CannotStart(`The key file ${path} cannot be read.`);
  });
  if (text === undefined) return undefined;
  const content = schema.safeParse(parseJson(text));
  if (!content.success) throw new CannotStart(`The key file ${path} is damaged. Restore it from its backup.`);
  return content.data;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Whole or not at all, on the disk before anyone relies on it, and never over another start's file. */
async function createWhole(path: string, text: string): Promise<void> {
  const unfinished = `${path}.${randomUUID()}.new`;
  const file = await open(unfinished, 'w', 0o600);
  try {
    await file.writeFile(text);
    await file.sync();
  } finally {
    await file.close();
  }
  await link(unfinished, path).catch((error: unknown) => {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
  });
  await rm(unfinished);
}
