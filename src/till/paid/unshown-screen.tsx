/** A sale that was saved although nobody saw its *Paid*: shown at the next start before anything else. */
import type { RecordedReceipt } from '../../local-db/recorded-receipt.ts';
import { markShown } from '../../local-db/unshown.ts';
import { Notice } from '../../ui/notice.tsx';
import { usePorts, useWords } from '../till-context.ts';
import { PaidFace } from './paid-face.tsx';

interface UnshownScreenProps {
  readonly receipt: RecordedReceipt;
  readonly onGoOn: () => void;
}

export function UnshownScreen({ receipt, onGoOn }: UnshownScreenProps) {
  const words = useWords().paid;
  const { db } = usePorts();
  const goOn = () => {
    // Only a person's tap says that it was seen.
    markShown(db, receipt.body.sale).catch(() => undefined);
    onGoOn();
  };
  return (
    <PaidFace
      receipt={receipt}
      go={words.goOn}
      onGo={goOn}
      note={
        <Notice tone="here" icon="tablet" title={words.before}>
          {words.beforeLead}
        </Notice>
      }
    />
  );
}
