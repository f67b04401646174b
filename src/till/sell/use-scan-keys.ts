/** Leads every key that is pressed anywhere on the page to the scan box, unless a field or a dialog wants it. */
import { useEffectEvent, useLayoutEffect, useRef, type RefObject } from 'react';
import type { SaleDesk } from './sale-desk.ts';
import { noteScan } from '../scanned-at.ts';
import { usePorts } from '../till-context.ts';
import { burstAfter, isScan, NO_BURST, scannedKey } from './scan-burst.ts';
import { scanKeyOf } from './scan-keys.ts';

export interface ScanKeys {
  readonly desk: SaleDesk;
  readonly box?: RefObject<HTMLInputElement | null>;
  /** After a key was taken, such as to go back to Sell. */
  readonly onTaken?: () => void;
}

export function useScanKeys({ desk, box, onTaken }: ScanKeys): void {
  const burst = useRef(NO_BURST);
  const { clock } = usePorts();
  const handle = useEffectEvent((event: KeyboardEvent) => {
    if (event.defaultPrevented || event.isComposing) return;
    const key = scannedKey(keyAsPressed(event), burst.current, event.timeStamp);
    if (key === 'Enter' && isScan(burst.current, event.timeStamp)) noteScan(clock.now());
    burst.current = burstAfter(burst.current, event.key, event.timeStamp);
    if (key === null) return;
    const isInBox = event.target !== null && event.target === box?.current;
    if (!isInBox && isWantedElsewhere(event.target)) return;
    const state = desk.current();
    // What waits for an answer must be seen first.
    if (state.asking !== null) {
      onTaken?.();
      return;
    }
    const taken = scanKeyOf({ key, isInBox }, state.box);
    if (taken === null) return;
    // In the capturing phase: Enter after a scan must not also press the button that was tapped last.
    event.preventDefault();
    event.stopPropagation();
    if (taken.is === 'focusBox') box?.current?.focus();
    else desk.send(taken);
    onTaken?.();
  });

  // The scanner is a device: nothing but a listener hears it. Before the paint, or a scan right after it would be lost.
  useLayoutEffect(() => {
    window.addEventListener('keydown', handle, { capture: true });
    return () => {
      window.removeEventListener('keydown', handle, { capture: true });
    };
  }, []);
}

export function keyAsPressed(event: KeyboardEvent) {
  const { key, ctrlKey: ctrl, altKey: alt, metaKey: meta } = event;
  return { key, ctrl, alt, meta, altGraph: event.getModifierState('AltGraph') };
}

const FIELDS = 'input:not([type="radio"], [type="checkbox"]), textarea, select, [contenteditable="true"]';
const DIALOGS = '[role="dialog"], [role="alertdialog"]';

/** A field or a dialog reads its own keys. */
export function isWantedElsewhere(target: EventTarget | null): boolean {
  return target instanceof Element && (target.matches(FIELDS) || target.closest(DIALOGS) !== null);
}
