/** Leads typing and scanning anywhere on the page into one field. */
import { useLayoutEffect, useRef, type RefObject } from 'react';

export function useTypingTarget(): RefObject<HTMLInputElement | null> {
  const field = useRef<HTMLInputElement>(null);
  // The keyboard is a device, heard from the first moment the screen is seen. The focus moves before the browser types the key,
  // so the first letter is not lost.
  useLayoutEffect(() => {
    const lead = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.key.length !== 1 || event.key === ' ')
        return;
      if (event.target instanceof Element && event.target.closest(ELSEWHERE) !== null) return;
      field.current?.focus();
    };
    window.addEventListener('keydown', lead);
    return () => {
      window.removeEventListener('keydown', lead);
    };
  }, []);
  return field;
}

const ELSEWHERE = 'input, textarea, select, [role="dialog"], [role="alertdialog"]';
