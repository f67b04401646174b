/** A till as the simulated head office knows it. */
export interface TillRecord {
  readonly till: string;
  /** SPKI base64url; null before a tablet has come. */
  readonly publicKey: string | null;
  readonly enrolments: number;
  readonly enrolledAt: number | null;
  readonly issued: number;
  readonly revocation: { readonly number: number; readonly revoked: boolean };
  /** Waiting facts as last reported. */
  readonly reported: number;
}

export const NOT_REVOKED = { number: 0, revoked: false };
