/** Money goes back the way it came: to the card when most was paid by card, else in cash. */
import type { Tender } from '../../domain/sale.ts';
import { tendered } from '../../domain/tender.ts';

export function wayBack(paid: readonly Tender[]): Tender['is'] {
  return tendered(paid, 'card') > tendered(paid, 'cash') ? 'card' : 'cash';
}
