/** While a question lies open: scans are kept from it, and heard as not taken. */
import { useEffectEvent, useLayoutEffect, useRef, useState } from 'react';
import { useSound } from '../../ui/use-sound.ts';
import { guardKey } from './scan-guard.ts';

/** True once a scan came that was not taken. */
export function useScanGuard(): boolean {
  const isScan = useRef(false);
  const [wasMissed, setMissed] = useState(false);
  const { play } = useSound();
  const handle = useEffectEvent((event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const guarded = guardKey(isScan.current, event.key);
    isScan.current = guarded.isScan;
    if (guarded.isSwallowed) {
      event.preventDefault();
      event.stopPropagation();
    }
    if (guarded.wasScan) {
      setMissed(true);
      play('blocked');
    }
  });
  // The scanner is a device: it is heard before any button is.
  useLayoutEffect(() => {
    window.addEventListener('keydown', handle, { capture: true });
    return () => {
      window.removeEventListener('keydown', handle, { capture: true });
    };
  }, []);
  return wasMissed;
}
