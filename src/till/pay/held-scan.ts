/**
 * Keys that come while a payment is on the screen. Those that come while it is being committed belong to the next sale, and wait for it.
 * Before, a scanner's code is no sum and its Enter takes no money: it is told from fingers by its pace. Replayable: time is an argument.
 */
import { burstAfter, isScan, NO_BURST, type Burst } from '../sell/scan-burst.ts';

export interface HeldScan {
  readonly burst: Burst;
  /** For the sale after this one, in the order they came. */
  readonly keys: readonly string[];
}

export const NOTHING_HELD: HeldScan = { burst: NO_BURST, keys: [] };

/** `scanEnded`: what came before was a code, and has no meaning here. */
export type HeardKey = 'passes' | 'held' | 'scanEnded';

/** As many as a runaway scanner may send into one commit. */
const HELD_KEYS_MAX = 400;

/** @param key as the box of the Sell screen would read it. @param at milliseconds. */
export function hearKey(
  { burst, keys }: HeldScan,
  key: string,
  at: number,
  isCommitting: boolean,
): { readonly held: HeldScan; readonly heard: HeardKey } {
  const next = burstAfter(burst, key, at);
  if (isCommitting && (key === 'Enter' || Array.from(key).length === 1))
    return { held: { burst: next, keys: [...keys, key].slice(0, HELD_KEYS_MAX) }, heard: 'held' };
  const heard = key === 'Enter' && isScan(burst, at) ? 'scanEnded' : 'passes';
  return { held: { burst: next, keys }, heard };
}
