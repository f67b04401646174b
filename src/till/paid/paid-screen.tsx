/** *Paid*: what to give back is the largest thing on the screen, and it stays until the next sale begins. */
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
  const { db } = usePorts();
  const goOn = () => {
    // Going on says that it was seen; a till that dies before shows it again. If this fails, that is the safe side too.
    markShown(db, receipt.body.sale).catch(() => undefined);
    onNext();
  };
  // The next scan starts the next sale: its first key is the first key of that sale.
  useScanKeys({ desk, onTaken: goOn });
  return <PaidFace receipt={receipt} go={words.next} hint={words.hint} onGo={goOn} />;
}
