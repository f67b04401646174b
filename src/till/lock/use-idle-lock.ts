/** Locks the till when nobody has touched it for a while; the basket stays. */
import { useEffect, useEffectEvent } from 'react';
import { useShop } from '../till-context.ts';
import { locksNow } from './idle-rule.ts';

const LOOK_EVERY_MS = 5_000;
const TOUCHES = ['pointerdown', 'keydown', 'wheel'] as const;
/** What is open here would lose what was typed. */
const HOLDING = '[role="dialog"], [role="alertdialog"], [data-stays-open]';

export function useIdleLock(isPaying: boolean, lock: () => void): void {
  const { policy } = useShop().roster;
  useUntouched((untouchedMs) => {
    const isHeld = isPaying || document.querySelector(HOLDING) !== null;
    if (locksNow(policy, { untouchedMs, isHeld })) lock();
  });
}

/** @param onLook is told every few seconds for how long nobody has touched the tablet. */
export function useUntouched(onLook: (untouchedMs: number) => void): void {
  const look = useEffectEvent(onLook);
  // Fingers and keys belong to the browser, and so does the clock that says how long there were none.
  useEffect(() => {
    const leaving = new AbortController();
    let touchedAt = performance.now();
    const touch = () => {
      touchedAt = performance.now();
    };
    const options = { capture: true, passive: true, signal: leaving.signal };
    for (const event of TOUCHES) window.addEventListener(event, touch, options);
    const timer = setInterval(() => {
      look(performance.now() - touchedAt);
    }, LOOK_EVERY_MS);
    return () => {
      clearInterval(timer);
      leaving.abort();
    };
  }, []);
}
