/** Lets the coach see the basket, as it changes. */
import { useEffect } from 'react';
import type { SaleDesk } from '../sell/sale-desk.ts';
import type { PracticeEvent } from './practice-progress.ts';

export function useWatchedDesk(desk: SaleDesk | null, send: (event: PracticeEvent) => void): void {
  // The desk lives outside of React.
  useEffect(() => {
    if (desk === null) return undefined;
    const see = () => send({ is: 'desk', state: desk.current() });
    see();
    return desk.subscribe(see);
  }, [desk, send]);
}
