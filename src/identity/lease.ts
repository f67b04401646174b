/** How long a till out of touch with head office keeps its clerks' full rights. It never touches selling. */
export type Lease =
  | { readonly is: 'running'; readonly until: number }
  /** The last day: time to say so. */
  | { readonly is: 'endsSoon'; readonly until: number }
  | { readonly is: 'over' };

const DAY_MS = 24 * 60 * 60_000;
const WARN_MS = DAY_MS;

/**
 * @param lastSealed when a sealed answer last came, anchored milliseconds: the only thing that renews the lease, so a
 *   broken login does not run it down, and an answer by somebody else does not keep it up.
 */
export function leaseAt(lastSealed: number, leaseDays: number, now: number): Lease {
  const until = lastSealed + leaseDays * DAY_MS;
  if (now >= until) return { is: 'over' };
  return { is: now >= until - WARN_MS ? 'endsSoon' : 'running', until };
}
