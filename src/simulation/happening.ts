/** What happens to a simulated shop from outside, as data: a plan of these is what a seed stands for, and what is shrunk. */
import type { CopyFault } from './tablet-copy.ts';
import type { DiskFault } from './tablet-disk.ts';
import type { Weather } from './weather.ts';

interface At {
  /** Milliseconds since the shop opened. */
  readonly at: number;
}

interface AtTill extends At {
  readonly till: number;
}

export type Happening =
  | (AtTill & { readonly is: 'customer'; readonly customer: string; readonly pieces: number })
  /** The same basket is charged in two windows at once. */
  | (AtTill & { readonly is: 'twoWindows'; readonly customer: string })
  | (AtTill & { readonly is: 'weather'; readonly weather: Weather })
  | (AtTill & { readonly is: 'kill'; readonly downMs: number })
  /** The last transactions that the disk had said were written are gone. */
  | (AtTill & { readonly is: 'powerLoss'; readonly downMs: number; readonly lost: number })
  | (AtTill & { readonly is: 'sleep'; readonly ms: number })
  | (AtTill & { readonly is: 'clockJump'; readonly ms: number })
  | (AtTill & { readonly is: 'disk'; readonly fault: DiskFault | null })
  | (AtTill & { readonly is: 'closeDay' })
  | (AtTill & { readonly is: 'upgrade' })
  | (AtTill & { readonly is: 'revocation'; readonly revoked: boolean })
  /** Somebody on the way sends old requests again. */
  | (AtTill & { readonly is: 'repeatOld' })
  /** Every database of the origin is emptied, and the till's key with it. */
  | (AtTill & { readonly is: 'emptied'; readonly keepsCopy: boolean; readonly downMs: number })
  /** A manager gives a till that lost its key a new one. */
  | (AtTill & { readonly is: 'rekey' })
  /** A manager's code lets a till pin the root that head office has now. */
  | (AtTill & { readonly is: 'repin' })
  /** A bit of a fact in the database. */
  | (AtTill & { readonly is: 'flip' })
  | (AtTill & { readonly is: 'copy'; readonly fault: CopyFault })
  /** Somebody wants to set the tablet up anew. */
  | (AtTill & { readonly is: 'reset' })
  /** Nobody works at the till: it lets old facts go. */
  | (AtTill & { readonly is: 'prune' })
  | (At & { readonly is: 'serverCrash'; readonly downMs: number })
  | (At & { readonly is: 'backUp' })
  /** `older`: not from the last verified backup, but from the one before it. */
  | (At & { readonly is: 'restore'; readonly older?: boolean })
  /** To a replica that missed what came last. */
  | (At & { readonly is: 'failover' })
  | (At & { readonly is: 'replicaCaughtUp' })
  | (At & { readonly is: 'protocol'; readonly version: 1 | 2 })
  | (At & { readonly is: 'rotateOnline' })
  /** A new root, of which no till knows. */
  | (At & { readonly is: 'loseRoot' })
  | (At & { readonly is: 'newRoster' })
  | (At & { readonly is: 'newCatalogue'; readonly removes: boolean })
  /** A manager signs what head office holds of each day. */
  | (At & { readonly is: 'signOff' })
  | (At & { readonly is: 'peopleDown'; readonly down: boolean });

export interface Plan {
  readonly seed: number;
  readonly tills: number;
  /** Tills on an engine without a place for a second copy. */
  readonly oneCopy: readonly number[];
  /** The shop sold a little, then was closed for weeks before this day. */
  readonly wasClosed: boolean;
  readonly happenings: readonly Happening[];
  /** When all faults end, milliseconds since the shop opened. */
  readonly endsAt: number;
}
