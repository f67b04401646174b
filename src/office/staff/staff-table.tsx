/** The people on the list as rows. */
import type { PersonRow } from '../../protocol/staff-messages.ts';
import { Avatar } from '../../ui/avatar.tsx';
import { Button } from '../../ui/button.tsx';
import { DataTable, type DataColumn } from '../../ui/data-table.tsx';
import { Tag } from '../../ui/tag.tsx';
import { staffWords as words } from './staff-words.ts';

export interface StaffTableProps {
  readonly people: readonly PersonRow[];
  /** Who is signed in. */
  readonly me: string | null;
  readonly onChange: (person: PersonRow) => void;
}

export function StaffTable({ people, me, onChange }: StaffTableProps) {
  const { columns } = words;
  const shown: DataColumn<PersonRow>[] = [
    {
      id: 'name',
      header: columns.name,
      isRowHeader: true,
      cell: ({ id, name }) => (
        <span className="staff-name">
          <Avatar id={id} name={name} />
          <span>
            {name}
            {id === me && <small className="office-soft"> · {words.you}</small>}
          </span>
        </span>
      ),
    },
    { id: 'role', header: columns.role, cell: ({ role }) => words.roles[role] },
    {
      id: 'pin',
      header: columns.pin,
      cell: ({ hasPin }) =>
        hasPin ? (
          <Tag tone="go" icon="check">
            {words.hasPin}
          </Tag>
        ) : (
          <Tag tone="mind">{words.noPin}</Tag>
        ),
    },
    {
      id: 'office',
      header: columns.office,
      isExtra: true,
      cell: ({ email }) => <span className="staff-email">{email ?? words.noAccount}</span>,
    },
    {
      id: 'actions',
      header: columns.actions,
      hidesHeader: true,
      align: 'end',
      cell: (person) =>
        person.mayChange && (
          <Button size="small" aria-label={words.changeNamed(person.name)} onPress={() => onChange(person)}>
            {words.change}
          </Button>
        ),
    },
  ];
  return <DataTable caption={words.caption} columns={shown} rows={people} rowKey={({ id }) => id} />;
}
