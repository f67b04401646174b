/** A plain table of what the office reads. In a narrow place each row becomes a small list, with the column's name before each value. */
import type { ComponentProps, ReactNode } from 'react';
import { classNames } from './class-names.ts';
import { VisuallyHidden } from './visually-hidden.tsx';
import './data-table.css';

export interface DataColumn<Row> {
  readonly id: string;
  readonly header: string;
  /** True where the values speak for themselves, as tags do; the header is then only read aloud. */
  readonly hidesHeader?: boolean | undefined;
  readonly align?: 'start' | 'end' | undefined;
  /** The value names its row. */
  readonly isRowHeader?: boolean | undefined;
  /** Left out below 1100 pixels of table. */
  readonly isExtra?: boolean | undefined;
  /** Of a table whose columns keep their widths: a CSS width, in place of an even share. */
  readonly width?: string | undefined;
  /** Takes what room there is, for a picture such as the strip. */
  readonly isWide?: boolean | undefined;
  readonly cell: (row: Row) => ReactNode;
}

export interface DataTableProps<Row> {
  /** Names the table; read aloud only. */
  readonly caption: string;
  readonly columns: readonly DataColumn<Row>[];
  readonly rows: readonly Row[];
  readonly rowKey: (row: Row) => string;
  /** Stands in place of the rows when there are none. */
  readonly empty?: ReactNode;
  /** A last row that sums the others up. */
  readonly total?: Row | undefined;
  readonly className?: string | undefined;
}

/** The roles say again what the elements say, because browsers forget it where the narrow form changes `display`. */
export function DataTable<Row>(props: DataTableProps<Row>) {
  const { caption, columns, rows, rowKey, empty, total, className } = props;
  if (rows.length === 0 && empty !== undefined) return <>{empty}</>;
  return (
    <div className={classNames('data-table', className)}>
      <table role="table">
        <caption>
          <VisuallyHidden>{caption}</VisuallyHidden>
        </caption>
        <TableHead columns={columns} />
        <tbody role="rowgroup">
          {rows.map((row) => (
            <TableRow key={rowKey(row)} columns={columns} row={row} />
          ))}
        </tbody>
        {total !== undefined && (
          <tfoot role="rowgroup">
            <TableRow columns={columns} row={total} />
          </tfoot>
        )}
      </table>
    </div>
  );
}

export function TableHead<Row>({ columns }: { readonly columns: readonly DataColumn<Row>[] }) {
  return (
    <thead role="rowgroup">
      <tr role="row">
        {columns.map((column) => (
          <th
            key={column.id}
            role="columnheader"
            scope="col"
            style={{ width: column.width }}
            {...lookOf(column)}
          >
            {column.hidesHeader === true ? <VisuallyHidden>{column.header}</VisuallyHidden> : column.header}
          </th>
        ))}
      </tr>
    </thead>
  );
}

interface TableRowProps<Row> {
  readonly columns: readonly DataColumn<Row>[];
  readonly row: Row;
  /** Of the row's element. */
  readonly more?: ComponentProps<'tr'>;
}

export function TableRow<Row>({ columns, row, more = {} }: TableRowProps<Row>) {
  return (
    <tr role="row" {...more}>
      {columns.map((column) => (
        <Cell key={column.id} column={column} row={row} />
      ))}
    </tr>
  );
}

function Cell<Row>({ column, row }: { readonly column: DataColumn<Row>; readonly row: Row }) {
  const look = { ...lookOf(column), 'data-label': column.hidesHeader === true ? undefined : column.header };
  if (column.isRowHeader === true) {
    return (
      <th role="rowheader" scope="row" {...look}>
        {column.cell(row)}
      </th>
    );
  }
  return (
    <td role="cell" {...look}>
      {column.cell(row)}
    </td>
  );
}

function lookOf<Row>(column: DataColumn<Row>) {
  return {
    'data-align': column.align ?? 'start',
    'data-extra': column.isExtra === true || undefined,
    'data-width': column.isWide === true ? 'wide' : undefined,
  };
}
