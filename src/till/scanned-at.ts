/** When a scanner was last used on this tablet: a till whose scanner was never tried is not ready. */
const SCANNED_AT = 'evertill-scanned-at';

export function noteScan(now: number): void {
  localStorage.setItem(SCANNED_AT, String(now));
}

/** Milliseconds since 1970 by the tablet; null when it never was. */
export function scannedAt(): number | null {
  const noted = Number(localStorage.getItem(SCANNED_AT) ?? NaN);
  return Number.isSafeInteger(noted) ? noted : null;
}
