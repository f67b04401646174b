/** Acts as rows: when, who, what, and what became what. */
import type { ReactNode } from 'react';
import type { ActRow } from '../../protocol/act-messages.ts';
import { DataTable, type DataColumn } from '../../ui/data-table.tsx';
import { VisuallyHidden } from '../../ui/visually-hidden.tsx';
import { useShop } from '../shop-context.ts';
import { actsWords as words } from './acts-words.ts';
import { toldAct, type ToldAct, type ToldChange } from './told-act.ts';

export interface ActsTableProps {
  readonly rows: readonly ActRow[];
  readonly empty: ReactNode;
}

type Told = ActRow & { readonly told: ToldAct };

export function ActsTable({ rows, empty }: ActsTableProps) {
  const { shop, format } = useShop();
  const { columns } = words;
  const shown: DataColumn<Told>[] = [
    {
      id: 'at',
      header: columns.at,
      cell: ({ at }) => <span className="num acts-at">{format.moment(at)}</span>,
    },
    {
      id: 'person',
      header: columns.person,
      cell: ({ person }) => person ?? <span className="office-soft">{words.nobody}</span>,
    },
    {
      id: 'act',
      header: columns.act,
      isRowHeader: true,
      cell: ({ told }) => (
        <span className="acts-what">
          {told.what}
          {told.about !== '' && <span> {told.about}</span>}
        </span>
      ),
    },
    {
      id: 'changes',
      header: columns.changes,
      isWide: true,
      cell: ({ told }) => <Changes {...told} />,
    },
  ];
  return (
    <DataTable
      caption={words.caption}
      columns={shown}
      rows={rows.map((row) => ({ ...row, told: toldAct(row, { shop, format }) }))}
      rowKey={({ id }) => String(id)}
      empty={empty}
      className="acts"
    />
  );
}

function Changes({ changes, why }: ToldAct) {
  if (why === '' && changes.length === 0) return null;
  return (
    <div className="acts-changes">
      {why !== '' && <q>{why}</q>}
      {changes.length > 0 && (
        <ul>
          {changes.map((change) => (
            <li key={change.field}>
              <span className="office-soft">{change.field}</span> <Change {...change} />
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

function Change({ from, to }: ToldChange) {
  if (from === null) return <b>{to}</b>;
  if (to === null) return <del>{from}</del>;
  return (
    <>
      {from} <span aria-hidden="true">→</span>
      <VisuallyHidden>{words.became}</VisuallyHidden> <b>{to}</b>
    </>
  );
}
