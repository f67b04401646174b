/** Where the clerk is at the counter: selling, taking money, looking things up. */
import { useState } from 'react';
import type { Approval } from '../../local-db/acting.ts';
import type { RecordedReceipt } from '../../local-db/recorded-receipt.ts';

/** How paying begins: with the choice of a way, or in the way whose button was tapped on Sell. */
export type PayStart = 'choose' | 'exactCash' | 'card';

export type CounterPlace =
  | { readonly is: 'sell' }
  | { readonly is: 'pay'; readonly approval: Approval | null; readonly start: PayStart }
  | { readonly is: 'paid'; readonly receipt: RecordedReceipt }
  /** `receipt` lies open at once, such as one that was scanned on Sell. */
  | { readonly is: 'receipts'; readonly receipt: RecordedReceipt | null }
  | { readonly is: 'shift' };

export interface CounterControl {
  readonly place: CounterPlace;
  readonly goTo: (place: CounterPlace) => void;
}

export function useCounter(): CounterControl {
  const [place, goTo] = useState<CounterPlace>({ is: 'sell' });
  return { place, goTo };
}
