/** A receipt as it is printed, on screen: the rows come from the domain, the words from the shop's language, whoever reads the screen. */
import { receiptDocument, type Paper, type ReceiptRow } from '../../domain/receipt-document.ts';
import type { RecordedReceipt } from '../../local-db/recorded-receipt.ts';
import { ReceiptSheet } from '../../ui/receipt/receipt-sheet.tsx';
import { InLanguage } from '../language/in-language.tsx';
import { languageOf } from '../language/languages.ts';
import { useIsPractice } from '../practice/practice-context.ts';
import { personNamed, useShop, useWords } from '../till-context.ts';

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
  const { format } = useShop();
  const isPractice = useIsPractice();
  const rows = useReceiptRows(receipt, isCopy, paper);
  return (
    <ReceiptSheet
      rows={rows}
      number={receipt.body.receipt}
      givesBack={receipt.body.totals.gross < 0}
      speech={{ words, format }}
      isNone={isPractice ? words.practice : null}
    />
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
