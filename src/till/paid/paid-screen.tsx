/** *Paid*: what to give back is the largest thing on the screen, and it stays until the next sale begins. */
import { useEffect } from 'react';
import { markShown } from '../../local-db/unshown.ts';
import type { RecordedReceipt } from '../../local-db/recorded-receipt.ts';
import type { SaleDesk } from '../sell/sale-desk.ts';
import { useScanKeys } from '../sell/use-scan-keys.ts';
import { usePorts, useWords } from '../till-context.ts';
import { PaidFace } from './paid-face.tsx';

interface PaidScreenProps {
  readonly receipt: RecordedReceipt;
  readonly desk: SaleDesk;
  readonly onNext: () => void;
}

export function PaidScreen({ receipt, desk, onNext }: PaidScreenProps) {
  const words = useWords().paid;
  useMarkShown(receipt);
  // The next scan starts the next sale: its first key is the first key of that sale.
  useScanKeys({ desk, onTaken: onNext });
  return <PaidFace receipt={receipt} go={words.next} hint={words.hint} onGo={onNext} />;
}

/** Once it is on the screen it need not be shown again after a restart. */
function useMarkShown(receipt: RecordedReceipt): void {
  const { db } = usePorts();
  useEffect(() => {
    // If this fails, it is shown once more: that is the safe side.
    markShown(db, receipt.body.sale).catch(() => undefined);
  }, [db, receipt]);
}
