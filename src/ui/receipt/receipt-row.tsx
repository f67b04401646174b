/** One row of a receipt. */
import type { ReactNode } from 'react';
import { money, negateMoney } from '../../domain/money.ts';
import type { ReceiptLineRow, ReceiptRow } from '../../domain/receipt-document.ts';
import { discountName } from './discount-name.ts';
import type { ReceiptFormat } from './receipt-format.ts';
import type { ReceiptWords } from './receipt-words.ts';

/** What the shop writes on paper, whoever reads the screen. */
export interface ReceiptSpeech {
  readonly words: ReceiptWords;
  readonly format: ReceiptFormat;
}

interface ReceiptRowViewProps {
  readonly row: ReceiptRow;
  /** Money went back to the customer: what is handed out is no change. */
  readonly givesBack: boolean;
  readonly speech: ReceiptSpeech;
}

export function ReceiptRowView({ row, givesBack, speech }: ReceiptRowViewProps) {
  const { words, format } = speech;
  switch (row.is) {
    case 'copy':
      return <p className="receipt-copy">{words.copy}</p>;
    case 'title':
    case 'customer':
    case 'gift':
    case 'lineTax':
    case 'note':
    case 'eatIn':
      return <RareRow row={row} speech={speech} />;
    case 'business':
      return <h2 className="receipt-middle">{row.name}</h2>;
    case 'shop':
      return <p className="receipt-middle">{row.name}</p>;
    case 'address':
      return <p className="receipt-middle receipt-soft">{row.text}</p>;
    case 'vatNumber':
      return <p className="receipt-middle receipt-soft">{words.vatNumber(row.number)}</p>;
    case 'number':
      return <Pair label={row.kind === 'refundGiven' ? words.refund : words.label}>{row.receipt}</Pair>;
    case 'moment':
      return (
        <Pair isSoft label={format.dateTime(row.anchoredMs)}>
          {''}
        </Pair>
      );
    case 'servedBy':
      return <p className="receipt-soft">{words.servedBy(row.name)}</p>;
    case 'line':
      return <Line row={row} speech={speech} />;
    case 'discount':
      return <DiscountRow row={row} speech={speech} />;
    case 'net':
      return <Pair label={words.net}>{format.figure(row.amount)}</Pair>;
    case 'tax':
      return <Pair label={words.vat}>{format.figure(row.amount)}</Pair>;
    case 'total':
      return (
        <Pair isTotal label={words.total}>
          {format.money(row.amount)}
        </Pair>
      );
    case 'cashRounding':
      return <Pair label={words.rounding}>{format.figure(row.amount)}</Pair>;
    case 'card':
      return <Pair label={row.amount < 0 ? words.cardBack : words.card}>{format.figure(row.amount)}</Pair>;
    case 'cash':
      return <Pair label={words.cash}>{format.figure(row.amount)}</Pair>;
    case 'change':
      return (
        <Pair label={givesBack ? words.cashBack : words.change}>
          {format.figure(negateMoney(row.amount))}
        </Pair>
      );
    case 'rate':
      return (
        <Pair isSoft label={words.vatOf(format.rate(row.rate), format.figure(row.net))}>
          {format.figure(row.tax)}
        </Pair>
      );
    case 'code':
      return <p className="receipt-middle receipt-code">{row.code}</p>;
    case 'rule':
      return <hr />;
  }
}

interface Spoken<Row> {
  readonly row: Row;
  readonly speech: ReceiptSpeech;
}

type RareRowKind = 'title' | 'customer' | 'gift' | 'lineTax' | 'note' | 'eatIn';

/** What most receipts do not have. */
function RareRow({ row, speech }: Spoken<Extract<ReceiptRow, { is: RareRowKind }>>) {
  const { words, format } = speech;
  switch (row.is) {
    case 'title':
      return <h3 className="receipt-middle receipt-title">{words.titles[row.of]}</h3>;
    case 'customer':
      return <Customer lines={row.lines} to={words.customer} />;
    case 'gift':
      return <Pair label={row.name}>{giftMany(row, format)}</Pair>;
    case 'lineTax':
      return <p className="receipt-sub">{words.lineTax(format.figure(row.net), format.rate(row.rate))}</p>;
    case 'note':
      return <p className="receipt-sub">{row.text}</p>;
    case 'eatIn':
      return <p className="receipt-soft">{words.eatIn}</p>;
  }
}

function Customer({ lines, to }: { readonly lines: readonly string[]; readonly to: string }) {
  return (
    <div>
      <p className="receipt-soft">{to}</p>
      {lines.map((line, place) => (
        // The typed lines keep their order.
        <p key={place}>{line}</p>
      ))}
    </div>
  );
}

function giftMany(row: Extract<ReceiptRow, { is: 'gift' }>, format: ReceiptFormat): string {
  return row.unit === 'kg' ? format.weight(row.quantity) : `${format.quantity(row.quantity, row.unit)} ×`;
}

interface PairProps {
  readonly label: ReactNode;
  readonly children: ReactNode;
  readonly isTotal?: boolean;
  readonly isSoft?: boolean;
}

function Pair({ label, children, isTotal = false, isSoft = false }: PairProps) {
  return (
    <p className="receipt-pair" data-total={isTotal || undefined} data-soft={isSoft || undefined}>
      <span>{label}</span>
      <span>{children}</span>
    </p>
  );
}

function DiscountRow({ row, speech }: Spoken<Extract<ReceiptRow, { is: 'discount' }>>) {
  const name = discountName(row.discount, speech);
  const amount = speech.format.figure(row.amount);
  return row.of === 'basket' ? (
    <Pair label={name}>{amount}</Pair>
  ) : (
    <p className="receipt-pair receipt-sub">
      <span>{name}</span>
      <span>{amount}</span>
    </p>
  );
}

function Line({ row, speech }: Spoken<ReceiptLineRow>) {
  const { words, format } = speech;
  const price = format.figure(row.unitPrice);
  const isOnePiece = row.unit === 'each' && Math.abs(row.quantity) === 1000;
  const back = backWords(row, words);
  return (
    <>
      <Pair label={row.name}>{format.figure(row.amount)}</Pair>
      {!isOnePiece && (
        <p className="receipt-sub">
          {row.unit === 'kg'
            ? words.kg(format.weight(row.quantity), price)
            : words.each(
                format.quantity(row.quantity, row.unit),
                format.figure(money(Math.abs(row.unitPrice))),
              )}
        </p>
      )}
      {row.listPrice !== undefined && (
        <p className="receipt-sub">{words.was(format.figure(row.listPrice))}</p>
      )}
      {back !== null && <p className="receipt-sub">{back}</p>}
    </>
  );
}

function backWords({ origin }: ReceiptLineRow, words: ReceiptWords): string | null {
  switch (origin.is) {
    case 'sold':
      return null;
    case 'returned':
      return words.returned(origin.receipt);
    case 'returnedWithoutReceipt':
      return words.returnedWithout;
  }
}
