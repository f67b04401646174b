/** While money is taken: no scan is lost in the commit, and none is taken for a sum. */
import { useEffectEvent, useLayoutEffect, useRef } from 'react';
import { useSound } from '../../ui/use-sound.ts';
import type { SaleDesk } from '../sell/sale-desk.ts';
import { scanKeyOf } from '../sell/scan-keys.ts';
import { keyAsPressed, isWantedElsewhere } from '../sell/use-scan-keys.ts';
import { scannedKey } from '../sell/scan-burst.ts';
import { hearKey, NOTHING_HELD } from './held-scan.ts';
import type { PayControl } from './use-pay.ts';

export function useHeldScan(desk: SaleDesk, { state: { stage }, isTaking, send }: PayControl): void {
  const held = useRef(NOTHING_HELD);
  const { play } = useSound();
  const handle = useEffectEvent((event: KeyboardEvent) => {
    if (event.defaultPrevented || event.isComposing || isWantedElsewhere(event.target)) return;
    const key = scannedKey(keyAsPressed(event), held.current.burst, event.timeStamp);
    if (key === null) return;
    const { held: next, heard } = hearKey(held.current, key, event.timeStamp, !isTaking());
    held.current = next;
    if (heard === 'passes') return;
    // In the capturing phase: Enter after a scan must not press the button that was tapped last.
    event.preventDefault();
    event.stopPropagation();
    if (heard === 'held') return;
    send({ is: 'scanned' });
    play('blocked');
  });
  // After a commit that failed nothing waits for the next sale: it is not there yet.
  useLayoutEffect(() => {
    if (stage.is === 'taking') held.current = NOTHING_HELD;
  }, [stage]);
  // The scanner is a device. What was held is rung up in the very moment the next screen begins to hear it.
  useLayoutEffect(() => {
    const waiting = held;
    window.addEventListener('keydown', handle, { capture: true });
    return () => {
      window.removeEventListener('keydown', handle, { capture: true });
      ringUp(desk, waiting.current.keys);
      waiting.current = NOTHING_HELD;
    };
  }, [desk]);
}

/** Into the sale that took the paid one's place. Where there is none, they were scanned for nothing that is still there. */
function ringUp(desk: SaleDesk, keys: readonly string[]): void {
  if (desk.current().sale.lines.length > 0) return;
  for (const key of keys) {
    const taken = scanKeyOf({ key, isInBox: false }, desk.current().box);
    if (taken !== null && taken.is !== 'focusBox') desk.send(taken);
  }
}
