/** A table of very many rows: only those in sight are drawn, the page scrolls as if all were. */
import { useWindowVirtualizer, type Range } from '@tanstack/react-virtual';
import { memo, useCallback, useEffect, useState } from 'react';
import { classNames } from './class-names.ts';
import { TableHead, TableRow, type DataColumn } from './data-table.tsx';
import { VisuallyHidden } from './visually-hidden.tsx';

export interface VirtualTableProps<Row> {
  /** Names the table; read aloud only. */
  readonly caption: string;
  /** The same array as long as they are the same columns. */
  readonly columns: readonly DataColumn<Row>[];
  readonly count: number;
  /** Undefined while it is not read. */
  readonly rowAt: (index: number) => Row | undefined;
  /** Says which rows are about to be seen. */
  readonly onSee: (first: number, last: number) => void;
  /** Read aloud in place of a row that is not read yet. */
  readonly waiting: string;
  readonly className?: string | undefined;
}

/** Of a row in one line, until one was measured. */
const ROW_HEIGHT = 49;
/** Rows come and go so many at a time: the table is laid out anew each time they do. */
const ROWS_AT_A_TIME = 4;

export function VirtualTable<Row>(props: VirtualTableProps<Row>) {
  const { caption, columns, count, rowAt, onSee, waiting, className } = props;
  // Scrolling draws only the rows that come into sight.
  const [MemoRow] = useState(() => memo(VirtualRow<Row>));
  const [top, setTop] = useState(0);
  const [height, setHeight] = useState({ ofRow: ROW_HEIGHT, isMeasured: false });
  // Where the table begins is the browser's to say, after it was laid out.
  const place = useCallback((element: HTMLDivElement | null) => {
    if (element !== null) setTop(Math.round(element.getBoundingClientRect().top + window.scrollY));
  }, []);
  const virtual = useWindowVirtualizer({
    count,
    estimateSize: () => height.ofRow,
    rangeExtractor: rowsAround,
    scrollMargin: top,
    onChange: ({ range }) => {
      if (range !== null) onSee(range.startIndex, range.endIndex);
    },
  });
  const items = virtual.getVirtualItems();
  const measured = items.find(({ index }) => rowAt(index) !== undefined)?.size ?? height.ofRow;
  // Rows that are as high as was thought cost nothing; each that is not makes the places of all after it be reckoned anew.
  if (!height.isMeasured && measured !== height.ofRow) setHeight({ ofRow: measured, isMeasured: true });
  useEffect(() => {
    virtual.measure();
  }, [virtual, height]);
  const before = (items[0]?.start ?? top) - top;
  const after = Math.max(0, virtual.getTotalSize() - ((items.at(-1)?.end ?? top) - top));
  return (
    <div ref={place} className={classNames('data-table', className)} data-virtual="">
      <table role="table" aria-rowcount={count + 1}>
        <caption>
          <VisuallyHidden>{caption}</VisuallyHidden>
        </caption>
        <TableHead columns={columns} />
        <tbody role="rowgroup">
          <Space height={before} span={columns.length} />
          {items.map(({ index }) => (
            <MemoRow
              key={index}
              index={index}
              row={rowAt(index)}
              columns={columns}
              waiting={waiting}
              height={height.ofRow}
              measure={virtual.measureElement}
            />
          ))}
          <Space height={after} span={columns.length} />
        </tbody>
      </table>
    </div>
  );
}

/** Those in sight, and at least as many on either side as come at a time. */
function rowsAround({ startIndex, endIndex, count }: Range): number[] {
  const part = (index: number) => Math.floor(index / ROWS_AT_A_TIME);
  const first = Math.max(0, (part(startIndex) - 1) * ROWS_AT_A_TIME);
  const end = Math.min(count, (part(endIndex) + 2) * ROWS_AT_A_TIME);
  return Array.from({ length: end - first }, (_, place) => first + place);
}

interface VirtualRowProps<Row> extends Pick<VirtualTableProps<Row>, 'columns' | 'waiting'> {
  readonly index: number;
  readonly row: Row | undefined;
  /** Of a row that is not read yet, in pixels. */
  readonly height: number;
  readonly measure: (element: Element | null) => void;
}

function VirtualRow<Row>({ index, row, columns, waiting, height, measure }: VirtualRowProps<Row>) {
  const more = { 'aria-rowindex': index + 2, 'data-index': index, ref: measure };
  if (row !== undefined) return <TableRow columns={columns} row={row} more={more} />;
  return (
    <tr role="row" className="data-table-waiting" {...more}>
      <td role="cell" colSpan={columns.length} style={{ blockSize: height }}>
        <VisuallyHidden>{waiting}</VisuallyHidden>
      </td>
    </tr>
  );
}

function Space({ height, span }: { readonly height: number; readonly span: number }) {
  if (height === 0) return null;
  return (
    <tr className="data-table-space" role="presentation" aria-hidden="true">
      <td role="presentation" colSpan={span} style={{ blockSize: height }} />
    </tr>
  );
}
