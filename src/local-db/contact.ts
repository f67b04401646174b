/** The last sealed answer, as the till heard it: raw inputs of the lease, the clock anchor and what to pull next. */

export interface Contact {
  readonly serverEpoch: string;
  /** Server's clock in the answer, milliseconds since 1970. */
  readonly serverTime: number;
  /** This tablet's clocks when the answer arrived. */
  readonly wall: number;
  readonly mono: number;
  /** Which run of the app `mono` counts in. */
  readonly boot: string;
  /** What the server holds, when the answer said so. */
  readonly rosterVersion: number;
  readonly catalogueVersion: number;
  readonly revocation: { readonly number: number; readonly revoked: boolean };
  readonly safe: { readonly inc: string; readonly no: number } | null;
}
