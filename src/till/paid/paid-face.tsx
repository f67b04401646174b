/** How a committed sale looks: the money to give back, the receipt beside it, and the way on. */
import type { ReactNode } from 'react';
import type { RecordedReceipt } from '../../local-db/recorded-receipt.ts';
import { Button } from '../../ui/button.tsx';
import { Icon } from '../../ui/icon.tsx';
import { StatusPill } from '../status/status-pill.tsx';
import { personNamed, useFormat, useShop, useWords } from '../till-context.ts';
import { useArrival } from '../use-arrival.ts';
import { OtherPapers } from './other-papers.tsx';
import { paidFigures, withoutSign, type PaidFigures } from './paid-figures.ts';
import { printReceipt } from '../../ui/receipt/print-receipt.ts';
import { ReceiptPaper } from './receipt-paper.tsx';
import './paid.css';

interface PaidFaceProps {
  readonly receipt: RecordedReceipt;
  readonly go: string;
  readonly onGo: () => void;
  readonly hint?: string;
  readonly note?: ReactNode;
  /** What can still be done about it. */
  readonly more?: ReactNode;
}

export function PaidFace({ receipt, go, onGo, hint, note, more }: PaidFaceProps) {
  const words = useWords().paid;
  const figures = paidFigures(receipt.body);
  return (
    <div className="paid">
      <PaidBar receipt={receipt} figures={figures} />
      <main className="paid-give">
        {note}
        <GiveBack figures={figures} />
        <div className="paid-acts">
          <Button size="charge" icon="printer" onPress={printReceipt}>
            {words.print}
          </Button>
          <Button variant="go" size="charge" onPress={onGo}>
            {go}
          </Button>
        </div>
        <OtherPapers receipt={receipt} />
        <div className="paid-below">
          <p className="paid-hint">{hint}</p>
          {more}
        </div>
      </main>
      <div className="paid-paper" tabIndex={0}>
        <ReceiptPaper receipt={receipt} />
      </div>
    </div>
  );
}

interface FiguresProps {
  readonly figures: PaidFigures;
}

function PaidBar({ receipt, figures }: FiguresProps & Pick<PaidFaceProps, 'receipt'>) {
  const { roster } = useShop();
  const heading = useArrival();
  return (
    <header className="paid-bar">
      <div className="paid-what">
        <h1 ref={heading} tabIndex={-1}>
          <Icon name="check" size={26} /> {usePaidWords(figures)}
        </h1>
        <span className="paid-soft">{`${receipt.body.receipt} · ${personNamed(roster, receipt.staff)}`}</span>
      </div>
      <StatusPill />
    </header>
  );
}

function usePaidWords({ paid }: PaidFigures): string {
  const words = useWords().paid;
  const format = useFormat();
  const sum = format.money(withoutSign(paid));
  if (paid === 0) return words.even;
  return paid < 0 ? words.gaveBack(sum) : words.paid(sum);
}

function GiveBack({ figures }: FiguresProps) {
  const words = useWords().paid;
  const format = useFormat();
  const how = useHowWords(figures);
  const big = bigSum(figures);
  return (
    <div className="paid-sum" role="status">
      {big > 0 && <span className="paid-soft">{words.giveBack}</span>}
      <b data-none={big === 0 || undefined}>{big > 0 ? format.money(big) : words.noChange}</b>
      <span className="paid-soft">{how}</span>
    </div>
  );
}

/** Cash to hand over; on a refund by card, what the terminal gave back. */
function bigSum({ giveBack, card }: PaidFigures) {
  return giveBack === 0 && card < 0 ? withoutSign(card) : giveBack;
}

function useHowWords({ paid, giveBack, handed, card }: PaidFigures): string {
  const words = useWords().paid;
  const format = useFormat();
  if (paid < 0) return giveBack === 0 ? words.onCard : words.inCash;
  if (giveBack > 0) return words.from(format.money(handed));
  return card > 0 ? words.byCard(format.money(card)) : words.nothing;
}
