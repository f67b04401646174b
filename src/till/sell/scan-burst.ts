/** Tells a scanner from fingers by the pace of its keys, and names the keys that only a scanner sends. Replayable: time is an argument. */
import { GS1_SEPARATOR } from '../../domain/gs1.ts';

/** Keys that came one right after the other. */
export interface Burst {
  readonly keys: number;
  /** When the first and the last of them came, in milliseconds. */
  readonly from: number;
  readonly at: number;
}

export const NO_BURST: Burst = { keys: 0, from: -Infinity, at: -Infinity };

/** Slow scanners leave 30 ms between keys; nobody types that many keys at this pace. On the average: a busy tablet hears one of them late. */
export const GAP_MS = 60;
/** No key of a scanner is heard later than this. */
const LATE_MS = 250;
const KEYS_MIN = 4;

export function burstAfter(burst: Burst, key: string, at: number): Burst {
  if (Array.from(key).length !== 1) return key === 'Shift' ? burst : NO_BURST;
  return isQuick(burst, at) ? { ...burst, keys: burst.keys + 1, at } : { keys: 1, from: at, at };
}

export interface KeyAsPressed {
  readonly key: string;
  readonly ctrl: boolean;
  readonly alt: boolean;
  readonly meta: boolean;
  /** AltGr, with which many layouts write signs: some browsers say Ctrl and Alt then. */
  readonly altGraph: boolean;
}

/**
 * The key as the box should read it; null when it is a shortcut. A scanner sends FNC1 as Ctrl+], and may be set to end a code with
 * Tab instead of Enter: fingers that press Tab mean the next field.
 */
export function scannedKey(
  { key, ctrl, alt, meta, altGraph }: KeyAsPressed,
  burst: Burst,
  at: number,
): string | null {
  if (ctrl && key === ']' && !alt && !meta) return GS1_SEPARATOR;
  if ((ctrl || alt || meta) && !altGraph) return null;
  return key === 'Tab' && isScan(burst, at) ? 'Enter' : key;
}

/** No fingers were that quick, up to this moment. */
export function isScan(burst: Burst, at: number): boolean {
  return burst.keys >= KEYS_MIN && isQuick(burst, at);
}

function isQuick({ keys, from, at: last }: Burst, at: number): boolean {
  return at - from <= keys * GAP_MS && at - last <= LATE_MS;
}
