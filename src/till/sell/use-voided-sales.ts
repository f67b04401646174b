/** Records the baskets that a clerk empties for good. */
import { useEffect } from 'react';
import { recordVoided } from '../../local-db/record-voided.ts';
import { usePorts, type Person } from '../till-context.ts';
import type { SaleDesk } from './sale-desk.ts';
import { voidedSale } from './voided-sale.ts';

export function useVoidedSales(desk: SaleDesk, clerk: Person): void {
  const ports = usePorts();
  // Heard from the desk itself: locking the till is the last thing that happens before this screen goes.
  useEffect(() => {
    let last = desk.current().notice;
    return desk.subscribe(() => {
      const now = desk.current();
      const body = voidedSale(last, now);
      last = now.notice;
      // The basket is gone either way; a full tablet says so when the next sale is to be saved.
      if (body !== null) void recordVoided(ports.db, body, ports.actingAs(clerk.id));
    });
  }, [desk, clerk, ports]);
}
