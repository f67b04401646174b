/** The key of the second factors' secrets. */
import { keyFromPepper } from '../key-from-pepper.ts';

/** @throws CannotStart where the pepper is not there. */
export function loadSecondFactorKey(keysFolder: string): Promise<Uint8Array> {
  return keyFromPepper(keysFolder, 'evertill second factor');
}
