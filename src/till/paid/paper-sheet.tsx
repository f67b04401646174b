/** A receipt on another paper: once more, as a gift without prices, or as a full VAT invoice to a name typed now. */
import { useState } from 'react';
import type { Paper } from '../../domain/receipt-document.ts';
import type { RecordedReceipt } from '../../local-db/recorded-receipt.ts';
import { Button } from '../../ui/button.tsx';
import { Field } from '../../ui/field.tsx';
import { SegmentedControl } from '../../ui/segmented-control.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import { usePaperWords } from './paper-words.ts';
import { printReceipt } from '../../ui/receipt/print-receipt.ts';
import { ReceiptPaper } from './receipt-paper.tsx';
import { RollChoice } from './roll-choice.tsx';
import './paper-sheet.css';

export interface PaperSheetProps {
  readonly receipt: RecordedReceipt;
  /** It was printed before. */
  readonly isCopy: boolean;
  readonly onClose: () => void;
}

const KINDS = ['gift', 'invoice', 'receipt'] as const;

export function PaperSheet({ receipt, isCopy, onClose }: PaperSheetProps) {
  const words = usePaperWords();
  const [kind, setKind] = useState<Paper['is']>('gift');
  const customer = useCustomer();
  const paper: Paper = kind === 'invoice' ? { is: kind, customer: customer.typed } : { is: kind };
  return (
    <Sheet
      isOpen
      onClose={onClose}
      title={words.title}
      size="wide"
      footer={
        <Button variant="go" size="large" isWide icon="printer" onPress={printReceipt}>
          {words.print}
        </Button>
      }
    >
      <div className="paper-sheet">
        <SegmentedControl
          className="paper-kinds"
          label={words.title}
          value={kind}
          onChange={setKind}
          options={KINDS.map((value) => ({ value, label: words.kinds[value] }))}
        />
        <div className="paper-choice">
          {kind === 'gift' && <p className="paper-soft">{words.giftLead}</p>}
          {kind === 'invoice' && <CustomerFields customer={customer} />}
          <RollChoice />
        </div>
        <div className="paper-preview" tabIndex={0}>
          <ReceiptPaper receipt={receipt} isCopy={isCopy} paper={paper} />
        </div>
      </div>
    </Sheet>
  );
}

interface Customer {
  readonly typed: readonly string[];
  readonly type: (place: number, text: string) => void;
}

/** A name and the lines of an address. */
const CUSTOMER_LINES = 4;

/** Lives as long as the sheet: a customer's name is in no fact and in no store. */
function useCustomer(): Customer {
  const [typed, setTyped] = useState<readonly string[]>(() =>
    Array.from({ length: CUSTOMER_LINES }, () => ''),
  );
  return {
    typed,
    type: (place, text) => {
      setTyped(typed.with(place, text));
    },
  };
}

function CustomerFields({ customer }: { readonly customer: Customer }) {
  const words = usePaperWords();
  return (
    <>
      <p className="paper-soft">{words.invoiceLead}</p>
      {customer.typed.map((text, place) => (
        <Field
          key={place}
          label={place === 0 ? words.customer : `${words.address} ${place}`}
          value={text}
          autoComplete="off"
          maxLength={60}
          onChange={(next) => {
            customer.type(place, next);
          }}
        />
      ))}
    </>
  );
}
