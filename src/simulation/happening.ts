/** What happens to a simulated shop from outside, as data: a plan of these is what a seed stands for, and what is shrunk. */
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
  | (At & { readonly is: 'serverCrash'; readonly downMs: number })
  | (At & { readonly is: 'backUp' })
  | (At & { readonly is: 'restore' })
  /** To a replica that missed what came last. */
  | (At & { readonly is: 'failover' })
  | (At & { readonly is: 'replicaCaughtUp' })
  | (At & { readonly is: 'protocol'; readonly version: 1 | 2 })
  | (At & { readonly is: 'rotateOnline' })
  | (At & { readonly is: 'newRoster' })
  | (At & { readonly is: 'newCatalogue'; readonly removes: boolean })
  | (At & { readonly is: 'peopleDown'; readonly down: boolean });

export interface Plan {
  readonly seed: number;
  readonly tills: number;
  readonly happenings: readonly Happening[];
  /** When all faults end, milliseconds since the shop opened. */
  readonly endsAt: number;
}
