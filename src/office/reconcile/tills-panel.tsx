/** Each till's day in a row: its state, the strip of its receipts, its drawer. */
import type { ReactNode } from 'react';
import type { Reconciliation, ShiftRow, TillDay } from '../../protocol/people-messages.ts';
import { DataTable, type DataColumn } from '../../ui/data-table.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Panel } from '../../ui/panel.tsx';
import { StripLegend, Strip } from '../../ui/strip.tsx';
import type { StripSegment } from '../../ui/strip-segments.ts';
import { useShop } from '../shop-context.ts';
import type { ShopFormat } from '../shop-format.ts';
import { officeWords } from '../words/office-words.ts';
import { TillStatus } from './till-status.tsx';

const words = officeWords.reconcile.tills;
const MINUTE_MS = 60_000;
const HOUR_MINUTES = 60;

export function TillsPanel({ tills, readAt, drawers }: Pick<Reconciliation, 'tills' | 'readAt' | 'drawers'>) {
  const { format } = useShop();
  return (
    <Panel
      title={words.title}
      note={words.note}
      {...(tills.length > 0 && { actions: <StripLegend /> })}
      isFlush
      className="reconcile-tills"
    >
      <DataTable
        caption={words.title}
        columns={columnsOf(format, readAt, drawers.tolerance)}
        rows={tills}
        rowKey={(till) => till.till}
        empty={
          <EmptyState icon="tills" title={words.none}>
            {words.noneWords}
          </EmptyState>
        }
      />
    </Panel>
  );
}

function columnsOf(format: ShopFormat, readAt: number, tolerance: number): DataColumn<TillDay>[] {
  return [
    { id: 'till', header: words.till, isRowHeader: true, cell: (till) => till.name },
    { id: 'status', header: words.status, hidesHeader: true, cell: (till) => <TillStatus till={till} /> },
    {
      id: 'received',
      header: words.received,
      isWide: true,
      cell: (till) => <Receipts till={till} />,
    },
    {
      id: 'onTablet',
      header: words.onTablet,
      cell: (till) => <OnTablet till={till} readAt={readAt} />,
    },
    {
      id: 'expected',
      header: words.expected,
      align: 'end',
      cell: (till) => perShift(till, (shift) => format.money(shift.expectedCash)),
    },
    {
      id: 'counted',
      header: words.counted,
      align: 'end',
      cell: (till) =>
        perShift(till, ({ countedCash }) =>
          countedCash === null ? (
            <span className="office-soft">{words.notCounted}</span>
          ) : (
            format.money(countedCash)
          ),
        ),
    },
    {
      id: 'difference',
      header: words.difference,
      align: 'end',
      cell: (till) => perShift(till, ({ difference }) => differenceOf(difference, tolerance, format)),
    },
  ];
}

/** As the till last reported, and how long ago that was. */
function OnTablet({ till, readAt }: { readonly till: TillDay; readonly readAt: number }) {
  const { format } = useShop();
  const { onTablet, lastHeardAt } = till;
  return (
    <span className="num reconcile-on-tablet">
      {onTablet.sales === 0
        ? words.nothingOnTablet
        : words.onTabletValue(format.count(onTablet.sales), format.money(onTablet.value))}
      {lastHeardAt !== null && <small>{heardWords(readAt - lastHeardAt, lastHeardAt, format)}</small>}
    </span>
  );
}

function heardWords(agoMs: number, at: number, format: ShopFormat): string {
  const minutes = Math.floor(agoMs / MINUTE_MS);
  if (minutes < 1) return words.heardNow;
  return minutes < HOUR_MINUTES
    ? words.heardMinutes(format.count(minutes))
    : words.heardAt(format.moment(at));
}

/** The strip, and in small print the numbers it stands for. */
function Receipts({ till }: { readonly till: TillDay }) {
  const { format } = useShop();
  const range = rangeOf(till);
  return (
    <span className="reconcile-received">
      <Strip label={words.strip(till.name, range)} segments={segmentsOf(till)} />
      <small>{till.received === 0 ? range : words.receivedRange(format.count(till.received), range)}</small>
    </span>
  );
}

/** A till that was closed and opened again on one day has a line for each shift. */
function perShift(till: TillDay, cell: (shift: ShiftRow) => ReactNode): ReactNode {
  const [only, ...others] = till.shifts;
  if (only === undefined) return null;
  if (others.length === 0) return cell(only);
  return (
    <span className="reconcile-shifts">
      {till.shifts.map((shift) => (
        <span key={shift.shift}>{cell(shift)}</span>
      ))}
    </span>
  );
}

/** Within the shop's tolerance it is shown, and calls for nobody. */
function differenceOf(difference: number | null, tolerance: number, format: ShopFormat): ReactNode {
  if (difference === null) return null;
  if (difference === 0) return format.money(0);
  if (Math.abs(difference) <= tolerance) return format.difference(difference);
  return <b className="reconcile-difference">{format.difference(difference)}</b>;
}

function rangeOf({ firstReceipt, lastReceipt }: TillDay): string {
  if (firstReceipt === null || lastReceipt === null) return words.noReceipts;
  const [series, count] = lastReceipt.split('-');
  const end = count !== undefined && firstReceipt.startsWith(`${series ?? ''}-`) ? count : lastReceipt;
  return firstReceipt === lastReceipt ? firstReceipt : `${firstReceipt}…${end}`;
}

function segmentsOf({ strip }: TillDay): StripSegment[] {
  return strip.map(({ is, count }) => ({ is: is === 'onTablet' ? 'here' : is, count }));
}
