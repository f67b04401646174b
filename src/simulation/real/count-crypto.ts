/** Makes the platform's cryptography, which works in threads of its own, count as work under way. */
import type { Labour } from './labour.ts';

const ACTS = [
  'digest',
  'sign',
  'verify',
  'importKey',
  'exportKey',
  'generateKey',
  'deriveBits',
] as const satisfies readonly (keyof SubtleCrypto)[];

/** @returns what takes that back. */
export function countCrypto({ begin, end }: Labour): () => void {
  const { subtle } = crypto;
  for (const act of ACTS) {
    const real: unknown = Reflect.get(subtle, act);
    if (typeof real !== 'function') throw new TypeError(`the platform cannot ${act}`);
    const counted = async (...given: readonly unknown[]): Promise<unknown> => {
      begin();
      try {
        return await Reflect.apply(real, subtle, given);
      } finally {
        end();
      }
    };
    Object.defineProperty(subtle, act, { value: counted, configurable: true });
  }
  return () => {
    for (const act of ACTS) Reflect.deleteProperty(subtle, act);
  };
}
