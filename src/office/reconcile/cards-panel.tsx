/** What was rung by card against the acquirer's file: agreed, interchangeable, or on one side only. */
import { useState } from 'react';
import { Link } from 'wouter';
import type { CardDay } from '../../protocol/card-messages.ts';
import { Button } from '../../ui/button.tsx';
import { DataTable, type DataColumn } from '../../ui/data-table.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Panel } from '../../ui/panel.tsx';
import { saleAddress } from '../sales/sale-address.ts';
import { useShop } from '../shop-context.ts';
import type { ShopFormat } from '../shop-format.ts';
import { usePlace } from '../use-place.ts';
import { CardFileSheet } from './card-file-sheet.tsx';
import { cardWords as words } from './card-words.ts';
import { useUndoCardFile } from './use-card-file.ts';

export function CardsPanel({ cards }: { readonly cards: CardDay }) {
  const [isBringing, setBringing] = useState(false);
  const isBrought = cards.files.length > 0;
  return (
    <Panel
      title={words.title}
      note={words.note}
      actions={
        <Button size="small" onPress={() => setBringing(true)}>
          {isBrought ? words.bringNewer : words.bring}
        </Button>
      }
    >
      {isBrought ? (
        <Compared cards={cards} />
      ) : (
        <p className="office-soft">
          <b>{words.notBrought}</b>. {words.notBroughtWords}
        </p>
      )}
      {isBringing && <CardFileSheet onClose={() => setBringing(false)} />}
    </Panel>
  );
}

function Compared({ cards }: { readonly cards: CardDay }) {
  const { format } = useShop();
  const { interchangeable, rowsWithoutSale, salesWithoutRow, waiting } = cards;
  return (
    <div className="reconcile-compared">
      <Verdict cards={cards} />
      {rowsWithoutSale.length > 0 && <RowsWithoutSale rows={rowsWithoutSale} />}
      {salesWithoutRow.length > 0 && <SalesWithoutRow sales={salesWithoutRow} />}
      {interchangeable.length > 0 && (
        <details>
          <summary>{words.interchangeable}</summary>
          <p className="office-soft">{words.interchangeableWords}</p>
          <ul className="reconcile-open">
            {interchangeable.map((group) => (
              <li key={`${String(group.from)} ${String(group.amount)}`} className="num">
                {groupWords(group, format)}
              </li>
            ))}
          </ul>
        </details>
      )}
      {waiting.count > 0 && (
        <p className="office-soft">
          {words.waiting(format.count(waiting.count), format.money(waiting.sum), waiting.count)}
        </p>
      )}
      <Files files={cards.files} />
    </div>
  );
}

function Verdict({ cards }: { readonly cards: CardDay }) {
  const { format } = useShop();
  const { matched, interchangeable, rowsWithoutSale, salesWithoutRow } = cards;
  const pairs = interchangeable.reduce((sum, { count }) => sum + count, 0);
  const value = interchangeable.reduce((sum, { count, amount }) => sum + count * amount, 0);
  const said = words.matched(format.count(matched.count + pairs), format.money(matched.sum + value));
  if (rowsWithoutSale.length + salesWithoutRow.length === 0)
    return (
      <Notice tone="go" title={words.agree}>
        {said}
      </Notice>
    );
  const [rows, sales] = [format.count(rowsWithoutSale.length), format.count(salesWithoutRow.length)];
  return (
    <Notice tone="mind" title={words.oneSided(rows, sales)}>
      {said}
    </Notice>
  );
}

function groupWords(group: CardDay['interchangeable'][number], format: ShopFormat): string {
  const { count, amount, from, until } = group;
  return words.interchangeableRow(
    format.count(count),
    format.money(amount),
    format.time(from),
    format.time(until),
  );
}

type Row = CardDay['rowsWithoutSale'][number];
type Sale = CardDay['salesWithoutRow'][number];

function RowsWithoutSale({ rows }: { readonly rows: readonly Row[] }) {
  const { format } = useShop();
  const columns: DataColumn<Row>[] = [
    {
      id: 'time',
      header: words.time,
      isRowHeader: true,
      cell: ({ at }) => <span className="num">{format.exactTime(at)}</span>,
    },
    { id: 'terminal', header: words.terminal, cell: ({ terminal }) => terminal ?? '' },
    { id: 'code', header: words.code, cell: ({ code }) => <span className="num">{code ?? ''}</span> },
    { id: 'amount', header: words.amount, align: 'end', cell: ({ amount }) => format.money(amount) },
  ];
  return (
    <section>
      <h3>{words.rowsWithoutSale}</h3>
      <DataTable
        caption={words.rowsWithoutSale}
        columns={columns}
        rows={rows.map((row, place) => ({ ...row, place }))}
        rowKey={({ place }) => String(place)}
      />
    </section>
  );
}

function SalesWithoutRow({ sales }: { readonly sales: readonly Sale[] }) {
  const { format } = useShop();
  const place = usePlace();
  const columns: DataColumn<Sale>[] = [
    {
      id: 'time',
      header: words.time,
      isRowHeader: true,
      cell: ({ at }) => <span className="num">{format.exactTime(at)}</span>,
    },
    { id: 'till', header: words.till, cell: ({ tillName }) => tillName },
    {
      id: 'receipt',
      header: words.receipt,
      cell: ({ till, inc, no, receipt }) => (
        <Link className="office-link num" href={place.to(saleAddress({ till, inc, no }))}>
          {receipt}
        </Link>
      ),
    },
    { id: 'amount', header: words.amount, align: 'end', cell: ({ amount }) => format.money(amount) },
  ];
  return (
    <section>
      <h3>{words.salesWithoutRow}</h3>
      <DataTable
        caption={words.salesWithoutRow}
        columns={columns}
        rows={sales}
        rowKey={({ receipt, amount }) => `${receipt} ${String(amount)}`}
      />
    </section>
  );
}

function Files({ files }: { readonly files: CardDay['files'] }) {
  const { format } = useShop();
  const undo = useUndoCardFile();
  return (
    <ul className="reconcile-files">
      {files.map(({ file, name, rows, byName, broughtAt }) => (
        <li key={file}>
          <span>{words.file(name, format.count(rows), byName, format.moment(broughtAt))}</span>
          <Button
            size="small"
            variant="quiet"
            aria-label={words.undoNamed(name)}
            isPending={undo.isPending}
            onPress={() => undo.mutate(file)}
          >
            {words.undo}
          </Button>
        </li>
      ))}
    </ul>
  );
}
