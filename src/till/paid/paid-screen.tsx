/** *Paid*: what to give back is the largest thing on the screen, and it stays until the next sale begins. */
import { useState } from 'react';
import type { Payment } from '../../domain/correct-payment.ts';
import { latePart } from '../../ui/late-part.tsx';
import { markShown } from '../../local-db/unshown.ts';
import type { RecordedReceipt } from '../../local-db/recorded-receipt.ts';
import type { SaleDesk } from '../sell/sale-desk.ts';
import { useScanKeys } from '../sell/use-scan-keys.ts';
import { usePorts, useWords, type Person } from '../till-context.ts';
import { PaidFace } from './paid-face.tsx';
import { withPayment } from './with-payment.ts';

const WrongPayment = latePart(async () => (await import('./wrong-payment.tsx')).WrongPayment);

interface PaidScreenProps {
  readonly receipt: RecordedReceipt;
  readonly desk: SaleDesk;
  readonly clerk: Person;
  readonly onNext: () => void;
}

export function PaidScreen({ receipt, desk, clerk, onNext }: PaidScreenProps) {
  const [payment, setPayment] = useState<Payment | null>(null);
  const words = useWords().paid;
  const { db } = usePorts();
  const goOn = () => {
    // Going on says that it was seen; a till that dies before shows it again. If this fails, that is the safe side too.
    markShown(db, receipt.body.sale).catch(() => undefined);
    onNext();
  };
  // The next scan starts the next sale: its first key is the first key of that sale.
  useScanKeys({ desk, onTaken: goOn });
  return (
    <PaidFace
      receipt={withPayment(receipt, payment)}
      go={words.next}
      hint={words.hint}
      onGo={goOn}
      more={<WrongPayment receipt={receipt} clerk={clerk} canCorrect onPayment={setPayment} />}
    />
  );
}
