/** A receipt as it is printed, on screen: the rows come from the domain, the words are the shop's. */
import type { ReceiptRow } from '../../domain/receipt-document.ts';
import { QrCode } from '../qr-code.tsx';
import { ReceiptRowView, type ReceiptSpeech } from './receipt-row.tsx';
import './receipt.css';

interface ReceiptSheetProps {
  readonly rows: readonly ReceiptRow[];
  readonly number: string;
  /** Money went back to the customer. */
  readonly givesBack: boolean;
  readonly speech: ReceiptSpeech;
  /** Says, above and below, that nothing was sold; null on a receipt. */
  readonly isNone: string | null;
}

export function ReceiptSheet({ rows, number, givesBack, speech, isNone }: ReceiptSheetProps) {
  const { words } = speech;
  return (
    <section className="receipt" aria-label={words.label}>
      {isNone !== null && <p className="receipt-copy">{isNone}</p>}
      {rows.map((row, place) => (
        // A receipt is never changed once it is made, so a row's place is its name.
        <ReceiptRowView key={place} row={row} givesBack={givesBack} speech={speech} />
      ))}
      <QrCode className="receipt-qr" text={number} label={words.qr(number)} size={128} />
      <p className="receipt-middle">{isNone ?? words.thanks}</p>
    </section>
  );
}
