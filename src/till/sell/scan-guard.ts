/** Keeps a scan from answering a question: its Enter must not press the button that happens to have the focus. Pure. */

export interface GuardedKey {
  /** Characters came and no key of a person's since: what follows is the rest of a scan. */
  readonly isScan: boolean;
  readonly isSwallowed: boolean;
  /** A whole scan was swallowed. */
  readonly wasScan: boolean;
}

export function guardKey(isScan: boolean, key: string): GuardedKey {
  if (key === 'Enter') return { isScan: false, isSwallowed: isScan, wasScan: isScan };
  if (key === ' ') return { isScan, isSwallowed: isScan, wasScan: false };
  if (key.length === 1) return { isScan: true, isSwallowed: true, wasScan: false };
  // Tab and the arrows are pressed by people; Shift belongs to a scanner's capitals.
  return { isScan: key === 'Shift' && isScan, isSwallowed: false, wasScan: false };
}
