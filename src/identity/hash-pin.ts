/** The slow hash of a PIN: Argon2id (RFC 9106), 32 bytes, by the parameters that came with the roster. */
import { argon2id } from 'hash-wasm';
import type { PinParameters } from '../protocol/roster.ts';

export type HashPin = (
  pin: string,
  salt: Uint8Array,
  parameters: PinParameters,
) => Promise<Uint8Array<ArrayBuffer>>;

const HASH_BYTES = 32;

export async function hashPin(
  pin: string,
  salt: Uint8Array,
  parameters: PinParameters,
): Promise<Uint8Array<ArrayBuffer>> {
  const hash = await argon2id({
    password: pin,
    salt,
    memorySize: parameters.memoryKiB,
    iterations: parameters.passes,
    parallelism: parameters.lanes,
    hashLength: HASH_BYTES,
    outputType: 'binary',
  });
  return new Uint8Array(hash);
}
