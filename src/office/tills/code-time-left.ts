/** How long a code still lasts, whatever either clock says: its life by the server, its age by this device. */
import type { TillCode } from '../../protocol/office-till-messages.ts';

export function codeTimeLeft(
  code: Pick<TillCode, 'issuedAt' | 'expiresAt'>,
  receivedAt: number,
  now: number,
): number {
  return Math.max(0, code.expiresAt - code.issuedAt - Math.max(0, now - receivedAt));
}

/** 9:05 */
export function countdownText(leftMs: number): string {
  const seconds = Math.ceil(leftMs / 1000);
  return `${String(Math.floor(seconds / 60))}:${String(seconds % 60).padStart(2, '0')}`;
}
