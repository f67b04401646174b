/** A report in figures, with a bar for each row's share; its last row is the sum of all, as the server reckoned it. */
import { useState } from 'react';
import type { Report, ReportBy, ReportRow } from '../../protocol/report-messages.ts';
import { Button } from '../../ui/button.tsx';
import { DataTable, type DataColumn } from '../../ui/data-table.tsx';
import { useShop } from '../shop-context.ts';
import type { ShopFormat } from '../shop-format.ts';
import { officeWords } from '../words/office-words.ts';
import { rowName } from './row-name.ts';

const words = officeWords.reports;
const TOTAL = 'total';
/** More are one press away. */
const ROWS_FIRST = 200;

export function ReportTable({ report }: { readonly report: Report }) {
  const { format } = useShop();
  const [showsAll, setShowsAll] = useState(false);
  const { by, rows, totals } = report;
  const shown = showsAll ? rows : rows.slice(0, ROWS_FIRST);
  const { figures, receipts } = totals;
  return (
    <>
      <DataTable
        className="report-table"
        caption={words.titles[by]}
        columns={columnsOf(report, format)}
        rows={shown}
        rowKey={({ key }) => key}
        total={{
          key: TOTAL,
          name: words.total,
          sku: null,
          figures,
          receipts: partsReceipts(by) ? null : receipts,
        }}
      />
      {shown.length < rows.length && (
        <div className="office-more report-more">
          <Button onPress={() => setShowsAll(true)}>{words.showAll(format.count(rows.length))}</Button>
        </div>
      )}
    </>
  );
}

function partsReceipts(by: ReportBy): boolean {
  return by === 'product' || by === 'category' || by === 'tax';
}

type Columns = DataColumn<ReportRow>[];

function columnsOf({ by, rows }: Report, format: ShopFormat): Columns {
  const largest = Math.max(1, ...rows.map(({ figures }) => figures.gross));
  return [
    {
      id: 'name',
      header: words.by[by],
      isRowHeader: true,
      cell: (row) => (row.key === TOTAL ? row.name : rowName(by, row, format)),
    },
    ...(by === 'product' ? [skuColumn] : []),
    ...(by === 'day' || by === 'hour' ? [] : [shareColumn(largest)]),
    ...(partsReceipts(by) ? lineColumns(format) : receiptColumns(format)),
    figureColumn('net', format),
    figureColumn('tax', format),
    { ...figureColumn('gross', format), cell: ({ figures }) => <b>{format.money(figures.gross)}</b> },
    ...(partsReceipts(by) ? [] : paidColumns(by, format)),
  ];
}

const skuColumn: Columns[number] = {
  id: 'sku',
  header: words.columns.sku,
  isExtra: true,
  cell: ({ sku }) => sku,
};

function shareColumn(largest: number): Columns[number] {
  return {
    id: 'share',
    header: words.columns.share,
    hidesHeader: true,
    isExtra: true,
    cell: ({ key, figures }) =>
      key === TOTAL ? null : (
        <span className="report-bar" style={{ inlineSize: `${String((100 * figures.gross) / largest)}%` }} />
      ),
  };
}

function figureColumn(figure: 'net' | 'tax' | 'gross', format: ShopFormat): Columns[number] {
  return {
    id: figure,
    header: words.columns[figure],
    align: 'end',
    cell: ({ figures }) => format.money(figures[figure]),
  };
}

function lineColumns(format: ShopFormat): Columns {
  return [
    {
      id: 'quantity',
      header: words.columns.quantity,
      align: 'end',
      cell: ({ figures }) => format.units(figures.units),
    },
  ];
}

function receiptColumns(format: ShopFormat): Columns {
  return (['sales', 'refunds'] as const).map((id) => ({
    id,
    header: words.columns[id],
    align: 'end',
    cell: ({ receipts }) => receipts !== null && format.count(receipts[id]),
  }));
}

/** How it was paid is the point of one report; in others there is room for it on a desk only. */
function paidColumns(by: ReportBy, format: ShopFormat): Columns {
  return (['cash', 'card'] as const).map((id) => ({
    id,
    header: words.columns[id],
    align: 'end',
    isExtra: by !== 'tender',
    cell: ({ receipts }) => receipts !== null && format.money(receipts[id]),
  }));
}
