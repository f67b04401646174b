/** Charges by keyboard. No scanner sends Ctrl+Enter and no field types it, so it counts wherever the focus is, but in a sheet. */
import { useEffect, useEffectEvent } from 'react';

/** As `aria-keyshortcuts` writes it. */
export const CHARGE_KEY = 'Control+Enter';

const SHEETS = '[role="dialog"], [role="alertdialog"]';

export function useChargeKey(charge: () => void): void {
  const handle = useEffectEvent((event: KeyboardEvent) => {
    if (!isChargeKey(event) || document.querySelector(SHEETS) !== null) return;
    // In the capturing phase: it must not also press the button that has the focus.
    event.preventDefault();
    event.stopPropagation();
    charge();
  });
  // The keyboard is a device: nothing but a listener hears it.
  useEffect(() => {
    window.addEventListener('keydown', handle, { capture: true });
    return () => {
      window.removeEventListener('keydown', handle, { capture: true });
    };
  }, []);
}

type Pressed = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'altKey' | 'metaKey' | 'shiftKey' | 'repeat'>;

/** A key that is held down counts once: the next screen takes money. */
export function isChargeKey({ key, ctrlKey, altKey, metaKey, shiftKey, repeat }: Pressed): boolean {
  return key === 'Enter' && ctrlKey && !altKey && !metaKey && !shiftKey && !repeat;
}
