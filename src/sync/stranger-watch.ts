/** Whether whoever answers has other keys than the ones pinned, and for how long: one such answer is nothing, hours of them need a person. Pure. */
import type { SealVerdict } from '../journal/seal.ts';

/** An imposter on the way passes; a root that was lost does not. */
export const STRANGER_MS = 30 * 60_000;
export const STRANGER_ANSWERS = 10;

export interface StrangerWatch {
  readonly answers: number;
  /** Monotonic, of the first. */
  readonly since: number;
}

/** @param now monotonic. @returns null once an answer's seal verifies. */
export function sawSeal(
  watch: StrangerWatch | null,
  verdict: SealVerdict,
  now: number,
): StrangerWatch | null {
  switch (verdict) {
    case 'sealed':
      return null;
    case 'no-seal':
      return watch;
    case 'bad-certificate':
    case 'bad-seal':
      return { answers: (watch?.answers ?? 0) + 1, since: watch?.since ?? now };
  }
}

export function isStrange(watch: StrangerWatch | null, now: number): boolean {
  return watch !== null && watch.answers >= STRANGER_ANSWERS && now - watch.since >= STRANGER_MS;
}
