/** Receipts of this till: find one, print it once more, take goods back from it. */
import { useState } from 'react';
import type { Payment } from '../../domain/correct-payment.ts';
import type { RecordedReceipt } from '../../local-db/recorded-receipt.ts';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { SearchField } from '../../ui/search-field.tsx';
import { CounterFrame } from '../counter/counter-frame.tsx';
import type { CounterProps, CounterScreenProps } from '../counter/counter-props.ts';
import { OtherPapers } from '../paid/other-papers.tsx';
import { printReceipt } from '../../ui/receipt/print-receipt.ts';
import { withPayment } from '../paid/with-payment.ts';
import { WrongPayment } from '../paid/wrong-payment.tsx';
import { ReceiptPaper } from '../paid/receipt-paper.tsx';
import { useFormat, useWords } from '../till-context.ts';
import { RefundSheet } from './refund-sheet.tsx';
import { useTypingTarget } from './use-typing-target.ts';
import { useReceipts, type ReceiptsControl } from './use-receipts.ts';
import './receipts.css';

interface ReceiptsScreenProps extends CounterScreenProps {
  readonly opened: RecordedReceipt | null;
}

export function ReceiptsScreen({ clerk, shift, desk, till, counter, opened }: ReceiptsScreenProps) {
  const words = useWords().receipts;
  const receipts = useReceipts(opened);
  return (
    <CounterFrame
      at="receipts"
      clerk={clerk}
      shift={shift}
      counter={counter}
      onLock={till.lock}
      bar={<h1>{words.title}</h1>}
    >
      <main className="receipts" data-chosen={receipts.chosen !== null || undefined}>
        <ReceiptsList receipts={receipts} />
        <section className="receipts-detail">
          {receipts.chosen === null ? (
            <EmptyState icon="receipt" title={words.choose} />
          ) : (
            <Detail
              key={receipts.chosen.body.sale}
              receipt={receipts.chosen}
              desk={desk}
              clerk={clerk}
              canCorrect={receipts.chosen.body.shift === shift.shift}
              onRefunding={() => {
                counter.goTo({ is: 'sell' });
              }}
              onClose={() => {
                receipts.choose(null);
              }}
            />
          )}
        </section>
      </main>
    </CounterFrame>
  );
}

function ReceiptsList({ receipts }: { readonly receipts: ReceiptsControl }) {
  const field = useTypingTarget();
  const words = useWords().receipts;
  return (
    <section className="receipts-side">
      <SearchField
        ref={field}
        label={words.find}
        icon="scan"
        value={receipts.typed}
        onChange={receipts.type}
        onEnter={() => {
          // The next scan takes the place of this one.
          field.current?.select();
        }}
      />
      <div role="status">
        {receipts.missing !== null && (
          <EmptyState icon="search" title={words.notFound(receipts.missing)}>
            {words.notFoundLead}
          </EmptyState>
        )}
      </div>
      {receipts.missing === null && <Recent receipts={receipts} />}
    </section>
  );
}

function Recent({ receipts }: { readonly receipts: ReceiptsControl }) {
  const words = useWords().receipts;
  const { recent, chosen, choose } = receipts;
  if (recent === undefined) return null;
  if (recent.length === 0) {
    return (
      <EmptyState icon="receipt" title={words.none}>
        {words.noneLead}
      </EmptyState>
    );
  }
  return (
    <ul className="receipts-list" aria-label={words.recent}>
      {recent.map((receipt) => (
        <li key={receipt.body.sale}>
          <ReceiptButton
            receipt={receipt}
            isChosen={receipt.body.sale === chosen?.body.sale}
            onChoose={choose}
          />
        </li>
      ))}
    </ul>
  );
}

interface ReceiptButtonProps {
  readonly receipt: RecordedReceipt;
  readonly isChosen: boolean;
  readonly onChoose: (receipt: RecordedReceipt) => void;
}

function ReceiptButton({ receipt, isChosen, onChoose }: ReceiptButtonProps) {
  const words = useWords().receipts;
  const format = useFormat();
  const { body, kind, at } = receipt;
  const sum = format.money(body.totals.gross);
  const time = format.weekdayTime(at);
  return (
    <button
      type="button"
      aria-pressed={isChosen}
      aria-label={words.row(body.receipt, time, sum)}
      onClick={() => {
        onChoose(receipt);
      }}
    >
      <span className="receipts-number">
        {body.receipt}
        <small>
          {kind === 'refundGiven' ? `${words.refundKind} · ` : ''}
          {time}
        </small>
      </span>
      <span className="receipts-sum">{sum}</span>
    </button>
  );
}

interface DetailProps {
  readonly receipt: RecordedReceipt;
  readonly desk: CounterProps['desk'];
  readonly clerk: CounterProps['clerk'];
  readonly canCorrect: boolean;
  readonly onRefunding: () => void;
  readonly onClose: () => void;
}

function Detail({ receipt, desk, clerk, canCorrect, onRefunding, onClose }: DetailProps) {
  const [payment, setPayment] = useState<Payment | null>(null);
  const words = useWords().receipts;
  const [isRefunding, setRefunding] = useState(false);
  const hasGoods = receipt.body.lines.some((line) => line.quantity > 0);
  return (
    <>
      <Button className="receipts-back" variant="plain" icon="back" onPress={onClose}>
        {words.back}
      </Button>
      <div className="receipts-paper" tabIndex={0}>
        <ReceiptPaper receipt={withPayment(receipt, payment)} isCopy />
        <WrongPayment receipt={receipt} clerk={clerk} canCorrect={canCorrect} onPayment={setPayment} />
      </div>
      <div className="receipts-acts">
        <Button size="large" icon="printer" onPress={printReceipt}>
          {words.reprint}
        </Button>
        <OtherPapers receipt={receipt} isCopy />
        {hasGoods && (
          <Button
            size="large"
            icon="refund"
            onPress={() => {
              setRefunding(true);
            }}
          >
            {words.refund}
          </Button>
        )}
      </div>
      {isRefunding && (
        <RefundSheet
          receipt={receipt}
          desk={desk}
          onAdded={onRefunding}
          onClose={() => {
            setRefunding(false);
          }}
        />
      )}
    </>
  );
}
