/** Typing a PIN: digits, the check, and what a refusal leaves. Pure; the check itself is done by who holds the machine. */
import { pressKey, type KeypadKey } from '../../ui/keypad-digits.ts';
import type { PinRefusal } from '../till-ports.ts';

export interface PinEntry {
  readonly digits: string;
  readonly stage: 'typing' | 'checking';
  readonly refusal: PinRefusal | null;
}

export type PinEvent =
  | { readonly is: 'key'; readonly key: KeypadKey; readonly length: number }
  | { readonly is: 'refused'; readonly refusal: PinRefusal }
  | { readonly is: 'restart' };

export const NO_PIN: PinEntry = { digits: '', stage: 'typing', refusal: null };

/** The last digit starts the check: nobody presses Enter after a PIN. */
export function pinStep(entry: PinEntry, event: PinEvent): PinEntry {
  switch (event.is) {
    case 'key':
      return entry.stage === 'checking' ? entry : typed(entry, event.key, event.length);
    case 'refused':
      return { digits: '', stage: 'typing', refusal: event.refusal };
    case 'restart':
      return NO_PIN;
  }
}

function typed(entry: PinEntry, key: KeypadKey, length: number): PinEntry {
  if (key === '00') return entry;
  const digits = pressKey(entry.digits, key, { lengthMax: length, keepsLeadingZeros: true });
  return { digits, stage: digits.length === length ? 'checking' : 'typing', refusal: null };
}

/** Whole seconds until a person may try again; 0 when they may now. */
export function waitSeconds(refusal: PinRefusal | null, now: number): number {
  const until = refusal === null || !('waitUntil' in refusal) ? null : refusal.waitUntil;
  return until === null ? 0 : Math.max(0, Math.ceil((until - now) / 1000));
}
