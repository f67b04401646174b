/** Lets a real keyboard work an on-screen keypad, wherever the focus is, unless it is in a field that wants the key itself. */
import { useEffect, useEffectEvent } from 'react';
import { keypadKeyOf, type KeypadKey } from './keypad-digits.ts';

export interface PhysicalKeypad {
  readonly onKey: (key: KeypadKey) => void;
  readonly onEnter?: (() => void) | undefined;
  readonly isActive: boolean;
}

export function usePhysicalKeypad({ onKey, onEnter, isActive }: PhysicalKeypad): void {
  const handle = useEffectEvent((event: KeyboardEvent) => {
    if (
      event.defaultPrevented ||
      event.ctrlKey ||
      event.metaKey ||
      event.altKey ||
      wantsKeysItself(event.target)
    )
      return;
    const key = keypadKeyOf(event.key);
    if (key !== null) {
      event.preventDefault();
      onKey(key);
    } else if (event.key === 'Enter' && onEnter !== undefined && !isPressable(event.target)) {
      event.preventDefault();
      onEnter();
    }
  });

  // The keyboard is a device: nothing but a listener hears it.
  useEffect(() => {
    if (!isActive) return undefined;
    window.addEventListener('keydown', handle);
    return () => {
      window.removeEventListener('keydown', handle);
    };
  }, [isActive]);
}

/** A chosen reason or way to pay holds the focus and takes no digit. */
const TYPED_INTO = 'input:not([type="radio"], [type="checkbox"]), textarea, select';

function wantsKeysItself(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && (target.isContentEditable || target.matches(TYPED_INTO));
}

/** Enter presses the focused button; it must not also mean *take the typed amount*. */
function isPressable(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.matches('button, a, [role="button"]');
}
