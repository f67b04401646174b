/** An outage drill: which capabilities look down meanwhile, and for how long one may last. */
import type { Capability, Drilled } from './fact-body.ts';

/** Offered when a drill is started. */
export const DRILL_MINUTES = [5, 10, 30] as const;
const DRILL_MS_MAX = 30 * 60_000;

const capabilities: Readonly<Record<Drilled, readonly Capability[]>> = {
  signIn: ['signIn'],
  sending: ['sending'],
  everything: ['signIn', 'sending', 'catalogue'],
};

export function drilledCapabilities(what: Drilled): readonly Capability[] {
  return capabilities[what];
}

/**
 * @param until anchored milliseconds since 1970, as is `now`.
 * @returns milliseconds left; none where more are left than a drill may last, for then a clock was set back meanwhile.
 */
export function drillTimeLeft(until: number, now: number): number {
  const left = until - now;
  return left > DRILL_MS_MAX ? 0 : Math.max(0, left);
}
