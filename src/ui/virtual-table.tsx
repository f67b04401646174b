/** A table of very many rows: only those in sight are drawn, the page scrolls as if all were. */
import { useWindowVirtualizer } from '@tanstack/react-virtual';
import { useCallback, useState } from 'react';
import { classNames } from './class-names.ts';
import { TableHead, TableRow, type DataColumn } from './data-table.tsx';
import { VisuallyHidden } from './visually-hidden.tsx';

export interface VirtualTableProps<Row> {
  /** Names the table; read aloud only. */
  readonly caption: string;
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

/** Of a row in one line; others are measured. */
const ROW_HEIGHT = 49;
const ROWS_BEYOND_SIGHT = 12;

export function VirtualTable<Row>(props: VirtualTableProps<Row>) {
  const { caption, columns, count, rowAt, onSee, waiting, className } = props;
  const [top, setTop] = useState(0);
  // Where the table begins is the browser's to say, after it was laid out.
  const place = useCallback((element: HTMLDivElement | null) => {
    if (element !== null) setTop(Math.round(element.getBoundingClientRect().top + window.scrollY));
  }, []);
  const virtual = useWindowVirtualizer({
    count,
    estimateSize: () => ROW_HEIGHT,
    overscan: ROWS_BEYOND_SIGHT,
    scrollMargin: top,
    onChange: ({ range }) => {
      if (range !== null) onSee(range.startIndex, range.endIndex);
    },
  });
  const items = virtual.getVirtualItems();
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
          {items.map(({ index }) => {
            const row = rowAt(index);
            const more = { 'aria-rowindex': index + 2, 'data-index': index, ref: virtual.measureElement };
            return row === undefined ? (
              <tr key={index} role="row" className="data-table-waiting" {...more}>
                <td role="cell" colSpan={columns.length}>
                  <VisuallyHidden>{waiting}</VisuallyHidden>
                </td>
              </tr>
            ) : (
              <TableRow key={index} columns={columns} row={row} more={more} />
            );
          })}
          <Space height={after} span={columns.length} />
        </tbody>
      </table>
    </div>
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
