/** Who does something at the till, when, and in what state of the links: what every fact states besides what happened. */
import type { Day } from '../domain/trading-day.ts';
import type { LinkState } from '../protocol/fact.ts';

export interface Moment {
  /** The tablet's own clock, milliseconds since 1970: evidence only. */
  readonly wall: number;
  /** Monotonic milliseconds since the app started, whole. */
  readonly mono: number;
  /** Milliseconds since 1970 by the clock anchored to sealed server time. */
  readonly anchored: number;
  /** The trading day of that moment; while a shift is open its facts have the shift's day. */
  readonly day: Day;
}

export interface Acting {
  /** Staff id, or "till" for what the till does by itself. */
  readonly staff: string;
  readonly how: 'pin' | 'till';
  readonly moment: Moment;
  readonly link: { readonly signIn: LinkState; readonly sending: LinkState };
  /** Version of the app. */
  readonly app: string;
}

/** A manager's consent to one act: the digest is SHA-256 of the act's text. */
export interface Approval {
  readonly approver: string;
  readonly digest: string;
}
