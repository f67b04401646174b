/** Those who left the list: their names stay on what they sold, and they can be put back. */
import type { PersonRow } from '../../protocol/staff-messages.ts';
import { Button } from '../../ui/button.tsx';
import { DataTable } from '../../ui/data-table.tsx';
import { Panel } from '../../ui/panel.tsx';
import { useShop } from '../shop-context.ts';
import { staffWords as words } from './staff-words.ts';
import type { StaffDesk } from './use-staff.ts';

export interface EndedPanelProps {
  readonly people: readonly PersonRow[];
  readonly desk: StaffDesk;
}

export function EndedPanel({ people, desk }: EndedPanelProps) {
  const { format } = useShop();
  if (people.length === 0) return null;
  return (
    <Panel title={words.ended} isFlush>
      <DataTable
        caption={words.ended}
        rows={people}
        rowKey={({ id }) => id}
        columns={[
          { id: 'name', header: words.columns.name, isRowHeader: true, cell: ({ name }) => name },
          { id: 'role', header: words.columns.role, cell: ({ role }) => words.roles[role] },
          {
            id: 'since',
            header: words.ended,
            hidesHeader: true,
            cell: ({ endedAt }) => (
              <span className="office-soft">
                {endedAt === null ? null : words.endedAt(format.shortDay(format.date(endedAt)))}
              </span>
            ),
          },
          {
            id: 'actions',
            header: words.columns.actions,
            hidesHeader: true,
            align: 'end',
            cell: (person) =>
              person.mayChange && (
                <Button
                  size="small"
                  aria-label={words.backNamed(person.name)}
                  isDisabled={desk.isWorking}
                  onPress={() => desk.act({ do: 'back', person })}
                >
                  {words.back}
                </Button>
              ),
          },
        ]}
      />
    </Panel>
  );
}
