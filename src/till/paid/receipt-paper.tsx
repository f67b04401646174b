/** A receipt as it is printed, on screen: the rows come from the domain, the words from the shop's language, whoever reads the screen. */
import { receiptDocument, type Paper, type ReceiptRow } from '../../domain/receipt-document.ts';
import type { RecordedReceipt } from '../../local-db/recorded-receipt.ts';
import { QrCode } from '../../ui/qr-code.tsx';
import { InLanguage } from '../language/in-language.tsx';
import { languageOf } from '../language/languages.ts';
import { useIsPractice } from '../practice/practice-context.ts';
import { personNamed, useShop, useWords } from '../till-context.ts';
import { ReceiptRowView } from './receipt-row.tsx';
import './receipt.css';

interface ReceiptPaperProps {
  readonly receipt: RecordedReceipt;
  /** Printed once more: says COPY. */
  readonly isCopy?: boolean;
  /** A receipt unless told. */
  readonly paper?: Paper;
}

const RECEIPT: Paper = { is: 'receipt' };

export function ReceiptPaper(props: ReceiptPaperProps) {
  const { locale } = useShop().roster.policy;
  return (
    <InLanguage language={languageOf(locale)} locale={locale}>
      <PaperInWords {...props} />
    </InLanguage>
  );
}

function PaperInWords({ receipt, isCopy = false, paper = RECEIPT }: ReceiptPaperProps) {
  const words = useWords().receipt;
  const isPractice = useIsPractice();
  const rows = useReceiptRows(receipt, isCopy, paper);
  const number = receipt.body.receipt;
  return (
    <section className="receipt" aria-label={words.label} data-practice={isPractice || undefined}>
      {isPractice && <p className="receipt-copy">{words.practice}</p>}
      {rows.map((row, place) => (
        // A receipt is never changed once it is made, so a row's place is its name.
        <ReceiptRowView key={place} row={row} givesBack={receipt.body.totals.gross < 0} />
      ))}
      <QrCode className="receipt-qr" text={number} label={words.qr(number)} size={128} />
      <p className="receipt-middle">{isPractice ? words.practice : words.thanks}</p>
    </section>
  );
}

function useReceiptRows(
  { kind, body, day, at, staff, code }: RecordedReceipt,
  isCopy: boolean,
  paper: Paper,
): ReceiptRow[] {
  const { roster } = useShop();
  const { policy } = roster;
  const servedBy = personNamed(roster, staff);
  return receiptDocument({ kind, body, policy, day, anchoredMs: at, servedBy, code, isCopy, paper });
}
