/**
 * A platform whose cryptography answers at once and the same on every machine: real hashes, and signatures that bind key
 * and bytes but keep no secret. WebCrypto works in threads of its own, so with it the order of things hangs on the machine.
 */
import { hash } from 'node:crypto';
import type { ChanceStream } from './chance-stream.ts';

interface PlainKey {
  readonly type: 'public' | 'private' | 'secret';
  readonly id: string;
}

type Bytes = ArrayBuffer | ArrayBufferView;

const encoder = new TextEncoder();
const decoder = new TextDecoder();
const prefixOf = { spki: 'public', pkcs8: 'private', raw: 'secret' } as const;

/** Takes the platform's place in this process or worker, for good. */
export function installPlainPlatform(chance: ChanceStream): void {
  let keys = 0;
  const newId = (): string => {
    keys += 1;
    return `key-${String(keys)}-${String(chance.whole(0, 2 ** 31))}`;
  };
  const crypto = { subtle: plainSubtle(newId), getRandomValues: randomFrom(chance) };
  Object.defineProperty(globalThis, 'crypto', { value: crypto, configurable: true });
}

function plainSubtle(newId: () => string) {
  return {
    digest: (_algorithm: string, data: Bytes) =>
      Promise.resolve(arrayBuffer(hash('sha256', view(data), 'buffer'))),
    generateKey: () => {
      const id = newId();
      return Promise.resolve({ publicKey: { type: 'public', id }, privateKey: { type: 'private', id } });
    },
    exportKey: (_format: keyof typeof prefixOf, { type, id }: PlainKey) =>
      Promise.resolve(arrayBuffer(encoder.encode(`${type}:${id}`))),
    importKey: (format: keyof typeof prefixOf, data: Bytes) => importKey(format, data),
    sign: (_algorithm: unknown, { id }: PlainKey, data: Bytes) => Promise.resolve(signature(id, data)),
    verify: (_algorithm: unknown, { id }: PlainKey, signed: Bytes, data: Bytes) =>
      Promise.resolve(Buffer.from(signature(id, data)).equals(view(signed))),
  };
}

function importKey(format: keyof typeof prefixOf, data: Bytes): Promise<PlainKey> {
  const type = prefixOf[format];
  if (format === 'raw') return Promise.resolve({ type, id: Buffer.from(view(data)).toString('hex') });
  const [prefix, id] = decoder.decode(view(data)).split(':');
  if (prefix !== type || id === undefined) return Promise.reject(new TypeError('no such key'));
  return Promise.resolve({ type, id });
}

/** Two sums of all letters and bytes, each with a factor of its own: no secret, yet no change goes unseen. */
function signature(key: string, data: Bytes): ArrayBuffer {
  const bytes = view(data);
  let [one, other] = [0x811c9dc5, 0x41c6ce57];
  for (let at = 0; at < key.length; at += 1) {
    one = Math.imul(one ^ key.charCodeAt(at), 0x01000193);
    other = Math.imul(other ^ key.charCodeAt(at), 0x5f356495);
  }
  for (let at = 0; at < bytes.length; at += 1) {
    const byte = bytes[at] ?? 0;
    one = Math.imul(one ^ byte, 0x01000193);
    other = Math.imul(other ^ byte, 0x5f356495);
  }
  return new Int32Array([one, other]).buffer;
}

function view(data: Bytes): Uint8Array {
  return data instanceof ArrayBuffer
    ? new Uint8Array(data)
    : new Uint8Array(data.buffer, data.byteOffset, data.byteLength);
}

function arrayBuffer(bytes: Uint8Array): ArrayBuffer {
  return new Uint8Array(bytes).buffer;
}

function randomFrom(chance: ChanceStream): (bytes: Uint8Array) => Uint8Array {
  return (bytes) => {
    for (let at = 0; at < bytes.length; at += 1) bytes[at] = chance.whole(0, 255);
    return bytes;
  };
}
