/** Which keys belong to the scan box although the focus is somewhere else on the page. A scanner is a keyboard. */
import { GS1_SEPARATOR } from '../../domain/gs1.ts';
import { searchedText, type ScanBox } from './scan-box.ts';
import type { SellEvent } from './sell-state.ts';

export type ScanKey = SellEvent | { readonly is: 'focusBox' };

export interface PressedKey {
  readonly key: string;
  /** The focus is in the box: the browser types there by itself. */
  readonly isInBox: boolean;
}

/** Null: the key is none of the box's business. */
export function scanKeyOf({ key, isInBox }: PressedKey, box: ScanBox): ScanKey | null {
  switch (key) {
    case 'Enter':
      return box.text.trim() === '' && box.marked === null ? null : { is: 'enter' };
    case 'ArrowDown':
    case 'ArrowUp':
      return searchedText(box) === '' ? null : { is: 'mark', by: key === 'ArrowDown' ? 1 : -1 };
    case 'Escape':
      return isUntouched(box) ? null : { is: 'clear' };
    case 'Backspace':
      return isInBox || (box.text === '' && box.times === null) ? null : { is: 'delete' };
    // No browser types it into a field; there it must stand before the next key, which the browser does type.
    case GS1_SEPARATOR:
      return isInBox ? { is: 'typed', text: box.text + key } : { is: 'key', key };
    default:
      return isInBox ? null : typedKey(key, box);
  }
}

function typedKey(key: string, box: ScanBox): ScanKey | null {
  if (Array.from(key).length !== 1) return null;
  if (box.text !== '') return { is: 'key', key };
  // On an empty box a blank presses the focused button, and a slash leads into the box.
  if (key === ' ') return null;
  return key === '/' ? { is: 'focusBox' } : { is: 'key', key };
}

function isUntouched(box: ScanBox): boolean {
  return box.text === '' && box.times === null && box.missed === null;
}
