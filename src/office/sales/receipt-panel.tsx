/** What was sold and returned, at which price and tax, and how it was paid. */
import type { ReceiptBody } from '../../domain/fact-body.ts';
import type { PricedLine, Tender } from '../../domain/sale.ts';
import { DataTable, type DataColumn } from '../../ui/data-table.tsx';
import { Panel } from '../../ui/panel.tsx';
import { useShop } from '../shop-context.ts';
import type { ShopFormat } from '../shop-format.ts';
import { officeWords } from '../words/office-words.ts';

const words = officeWords.sale;

export function ReceiptPanel({ body }: { readonly body: ReceiptBody }) {
  const { format } = useShop();
  return (
    <Panel title={words.receipt} note={words.place[body.place]} isFlush>
      <DataTable
        caption={words.linesCaption}
        columns={columnsOf(format)}
        rows={body.lines}
        rowKey={({ line }) => String(line)}
      />
      <dl className="sale-sums num">
        {sumsOf(body, format).map(([name, value, note], place) => (
          <div key={`${String(place)} ${name}`} data-total={name === words.total || undefined}>
            <dt>
              {name}
              {note !== undefined && <small>{note}</small>}
            </dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </Panel>
  );
}

function columnsOf(format: ShopFormat): DataColumn<PricedLine>[] {
  const { columns } = words;
  return [
    { id: 'name', header: columns.name, cell: (line) => <LineName line={line} /> },
    {
      id: 'quantity',
      header: columns.quantity,
      align: 'end',
      cell: ({ quantity, unit }) => format.units(quantity) + (unit === 'kg' ? ' kg' : ''),
    },
    { id: 'price', header: columns.price, align: 'end', cell: ({ unitPrice }) => format.money(unitPrice) },
    { id: 'rate', header: columns.rate, align: 'end', cell: ({ taxRate }) => format.rate(taxRate) },
    { id: 'net', header: columns.net, align: 'end', cell: ({ net }) => format.money(net) },
    { id: 'tax', header: columns.tax, align: 'end', cell: ({ tax }) => format.money(tax) },
    { id: 'gross', header: columns.gross, align: 'end', cell: ({ gross }) => <b>{format.money(gross)}</b> },
  ];
}

function LineName({ line }: { readonly line: PricedLine }) {
  const { name, sku, priceFrom, origin } = line;
  const notes = [
    sku,
    ...(priceFrom === 'typed' ? [words.typed] : []),
    ...(priceFrom === 'barcode' ? [words.fromBarcode] : []),
    ...(origin.is === 'returned' ? [words.returnedFrom(origin.receipt)] : []),
    ...(origin.is === 'returnedWithoutReceipt' ? [words.returnedWithout(origin.reason)] : []),
  ];
  return (
    <span className="sale-line">
      <b>{name}</b>
      <small>{notes.join(' · ')}</small>
    </span>
  );
}

type Sum = readonly [name: string, value: string, note?: string];

function sumsOf({ totals, cashRounding, tenders }: ReceiptBody, format: ShopFormat): Sum[] {
  return [
    [words.net, format.money(totals.net)],
    ...totals.byRate.map(({ rate, tax }): Sum => [`${words.tax} ${format.rate(rate)}`, format.money(tax)]),
    [words.total, format.money(totals.gross)],
    ...(cashRounding === 0 ? [] : [[words.cashRounding, format.money(cashRounding)] as const]),
    ...tenders.map((tender) => tenderSum(tender, format)),
  ];
}

function tenderSum(tender: Tender, format: ShopFormat): Sum {
  if (tender.is === 'card') return [words.card, format.money(tender.amount)];
  const { amount, handed, change } = tender;
  const note = amount < 0 ? words.gaveBack : words.handed(format.money(handed), format.money(change));
  return [words.cash, format.money(amount), note];
}
