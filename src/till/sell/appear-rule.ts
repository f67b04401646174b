/** When the results of what is typed come into sight: a scan must not flash them, however slow the tablet. Replayable: time is an argument. */

import { GAP_MS } from './scan-burst.ts';

/** Longer than a scanner takes between two keys, shorter than a person notices. */
export const APPEAR_MS = 120;

export interface Typing {
  /** When the last key was heard, in milliseconds. */
  readonly at: number;
  /** When the results may be seen, unless quick keys put it off. */
  readonly appearsAt: number;
}

/** @param before null: the box was empty. */
export function typingAfter(before: Typing | null, at: number): Typing {
  const isQuick = before !== null && at - before.at < GAP_MS;
  return { at, appearsAt: before === null || isQuick ? at + APPEAR_MS : before.appearsAt };
}
