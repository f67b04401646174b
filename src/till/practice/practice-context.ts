/** Whether this is practice, and who watches it: the coach is told what the clerk does. Null at a till that sells. */
import { createContext, useContext, useEffect, useEffectEvent } from 'react';
import type { CounterPlace } from '../counter/use-counter.ts';
import type { PayState } from '../pay/pay-state.ts';

export type WatchedAct =
  { readonly is: 'place'; readonly place: CounterPlace } | { readonly is: 'pay'; readonly pay: PayState };

export const PracticeContext = createContext<((act: WatchedAct) => void) | null>(null);

export function useIsPractice(): boolean {
  return useContext(PracticeContext) !== null;
}

/** Tells the coach, if there is one; the same value once. */
export function useWatchedPlace(place: CounterPlace): void {
  const watch = useContext(PracticeContext);
  const tell = useEffectEvent((seen: CounterPlace) => watch?.({ is: 'place', place: seen }));
  // The coach stands outside of the screen that it watches.
  useEffect(() => {
    tell(place);
  }, [place]);
}

export function useWatchedPay(pay: PayState): void {
  const watch = useContext(PracticeContext);
  const tell = useEffectEvent((seen: PayState) => watch?.({ is: 'pay', pay: seen }));
  // As above.
  useEffect(() => {
    tell(pay);
  }, [pay]);
}
