/** What each role may do, as the till and the office decide it. */
import type { Role } from '../../domain/role.ts';
import { DataTable, type DataColumn } from '../../ui/data-table.tsx';
import { Icon } from '../../ui/icon.tsx';
import { Panel } from '../../ui/panel.tsx';
import { VisuallyHidden } from '../../ui/visually-hidden.tsx';
import { staffWords as words } from './staff-words.ts';

type May = 'yes' | 'no' | 'limit' | 'notAbove';

interface Right {
  readonly id: keyof typeof words.rights.names;
  readonly of: Readonly<Record<Role, May>>;
}

const EVERYBODY = { clerk: 'yes', supervisor: 'yes', manager: 'yes', owner: 'yes' } as const;

const RIGHTS: readonly Right[] = [
  { id: 'sell', of: EVERYBODY },
  { id: 'refund', of: EVERYBODY },
  { id: 'discount', of: { clerk: 'limit', supervisor: 'limit', manager: 'yes', owner: 'yes' } },
  { id: 'approve', of: { ...EVERYBODY, clerk: 'no' } },
  { id: 'newPin', of: { clerk: 'no', supervisor: 'notAbove', manager: 'notAbove', owner: 'yes' } },
  { id: 'office', of: { clerk: 'no', supervisor: 'no', manager: 'yes', owner: 'yes' } },
  { id: 'accounts', of: { clerk: 'no', supervisor: 'no', manager: 'no', owner: 'yes' } },
];

const ROLES: readonly Role[] = ['clerk', 'supervisor', 'manager', 'owner'];

export function RightsPanel() {
  const columns: DataColumn<Right>[] = [
    {
      id: 'right',
      header: words.rights.right,
      isRowHeader: true,
      cell: ({ id }) => <span className="staff-right">{words.rights.names[id]}</span>,
    },
    ...ROLES.map((role) => ({
      id: role,
      header: words.roles[role],
      cell: ({ of }: Right) => <MayMark may={of[role]} />,
    })),
  ];
  return (
    <Panel title={words.rights.title} note={words.rights.note} isFlush>
      <DataTable caption={words.rights.caption} columns={columns} rows={RIGHTS} rowKey={({ id }) => id} />
    </Panel>
  );
}

function MayMark({ may }: { readonly may: May }) {
  if (may === 'limit' || may === 'notAbove')
    return <span className="staff-may">{may === 'limit' ? words.rights.limit : words.rights.notAbove}</span>;
  return (
    <span className="staff-may" data-may={may}>
      <Icon name={may === 'yes' ? 'check' : 'minus'} size={20} />
      <VisuallyHidden>{words.rights[may]}</VisuallyHidden>
    </span>
  );
}
