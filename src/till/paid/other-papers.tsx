/** The way to the other papers a receipt can become; the sheet itself comes late. */
import { useState } from 'react';
import type { RecordedReceipt } from '../../local-db/recorded-receipt.ts';
import { Button } from '../../ui/button.tsx';
import { latePart } from '../../ui/late-part.tsx';
import { useWords } from '../till-context.ts';

const PaperSheet = latePart(
  async () => (await import('./paper-sheet.tsx')).PaperSheet,
  ({ onClose }) => onClose,
);

interface OtherPapersProps {
  readonly receipt: RecordedReceipt;
  readonly isCopy?: boolean;
}

export function OtherPapers({ receipt, isCopy = false }: OtherPapersProps) {
  const words = useWords().paid;
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button
        size="large"
        icon="receipt"
        onPress={() => {
          setOpen(true);
        }}
      >
        {words.otherPapers}
      </Button>
      {isOpen && (
        <PaperSheet
          receipt={receipt}
          isCopy={isCopy}
          onClose={() => {
            setOpen(false);
          }}
        />
      )}
    </>
  );
}
