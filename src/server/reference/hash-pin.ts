/** Argon2id of a PIN: the same 32 bytes as the till's own computation, which the roster's verifiers are made from. */
import { hashRaw } from '@node-rs/argon2';
import type { PinParameters } from '../../protocol/roster.ts';

/** Slow enough to hurt guessing on a copied tablet, quick enough for a clerk: 90 to 280 ms there. */
export const PIN_PARAMETERS: PinParameters = {
  algorithm: 'argon2id',
  memoryKiB: 19_456,
  passes: 2,
  lanes: 1,
};
export const PIN_SALT_BYTES = 16;
const OUTPUT_BYTES = 32;

export function hashPin(pin: string, salt: Uint8Array, parameters: PinParameters): Promise<Buffer> {
  return hashRaw(pin, {
    salt,
    memoryCost: parameters.memoryKiB,
    timeCost: parameters.passes,
    parallelism: parameters.lanes,
    outputLen: OUTPUT_BYTES,
  });
}
