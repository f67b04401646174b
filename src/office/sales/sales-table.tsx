/** Receipts as rows; each opens down to its fact. */
import { useMemo } from 'react';
import { Link } from 'wouter';
import type { SalesWanted } from '../ask/sales-query.ts';
import type { SaleRow } from '../../protocol/people-messages.ts';
import type { DataColumn } from '../../ui/data-table.tsx';
import { Tag } from '../../ui/tag.tsx';
import { VirtualTable } from '../../ui/virtual-table.tsx';
import { useShop } from '../shop-context.ts';
import type { ShopFormat } from '../shop-format.ts';
import { usePlace, type OfficePlace } from '../use-place.ts';
import { officeWords } from '../words/office-words.ts';
import type { SalesList } from './use-sales.ts';
import { saleAddress } from './sale-address.ts';

const words = officeWords.sales;

export interface SalesTableProps {
  readonly sales: SalesList;
  readonly wanted: SalesWanted;
  readonly total: number;
}

export function SalesTable({ sales, wanted, total }: SalesTableProps) {
  const { format } = useShop();
  const { to } = usePlace();
  const showsDay = wanted.day === null;
  const columns = useMemo(() => columnsOf(format, to, showsDay), [format, to, showsDay]);
  return (
    <VirtualTable
      key={Object.values(wanted).join(' ')}
      className="sales-rows"
      caption={words.caption}
      columns={columns}
      count={total}
      rowAt={sales.rowAt}
      onSee={sales.seeRows}
      waiting={words.waiting}
    />
  );
}

function columnsOf(format: ShopFormat, to: OfficePlace['to'], showsDay: boolean): DataColumn<SaleRow>[] {
  const { columns } = words;
  return [
    {
      id: 'receipt',
      header: columns.receipt,
      isRowHeader: true,
      cell: (row) => (
        <Link className="office-link" href={to(saleAddress(row))}>
          {row.receipt}
        </Link>
      ),
    },
    { id: 'kind', header: columns.kind, hidesHeader: true, cell: (row) => <Marks row={row} /> },
    {
      id: 'time',
      header: columns.time,
      width: showsDay ? '18%' : undefined,
      cell: ({ at }) => <span className="num">{showsDay ? format.moment(at) : format.exactTime(at)}</span>,
    },
    { id: 'till', header: columns.till, cell: (row) => row.tillName },
    { id: 'staff', header: columns.staff, cell: (row) => row.staffName, isExtra: true },
    {
      id: 'lines',
      header: columns.lines,
      align: 'end',
      cell: (row) => format.count(row.lines),
      isExtra: true,
    },
    { id: 'paid', header: columns.paid, cell: paidBy },
    { id: 'gross', header: columns.gross, align: 'end', cell: (row) => <b>{format.money(row.gross)}</b> },
  ];
}

function Marks({ row: { kind, posted } }: { readonly row: SaleRow }) {
  return (
    <>
      {kind === 'refundGiven' && <Tag>{words.refund}</Tag>}
      {!posted && <Tag tone="mind">{words.unposted}</Tag>}
    </>
  );
}

function paidBy({ cash, card }: SaleRow): string {
  if (cash !== 0 && card !== 0) return words.split;
  if (card !== 0) return words.card;
  return cash === 0 ? words.nothingPaid : words.cash;
}
