/** The drawers as rows: whose cash goes into each, and which till counts it. */
import type { DrawerRow } from '../../protocol/office-till-messages.ts';
import { Button } from '../../ui/button.tsx';
import { DataTable, type DataColumn } from '../../ui/data-table.tsx';
import { Panel } from '../../ui/panel.tsx';
import { officeWords } from '../words/office-words.ts';
import type { TillsCommand } from './use-tills.ts';

const words = officeWords.tills.drawers;

interface DrawersPanelProps {
  readonly drawers: readonly DrawerRow[];
  readonly send: (command: TillsCommand) => void;
}

export function DrawersPanel({ drawers, send }: DrawersPanelProps) {
  if (drawers.length === 0) return null;
  return (
    <Panel title={words.title} note={words.note} isFlush>
      <DataTable caption={words.title} columns={columnsOf(send)} rows={drawers} rowKey={({ id }) => id} />
    </Panel>
  );
}

function columnsOf(send: DrawersPanelProps['send']): DataColumn<DrawerRow>[] {
  return [
    { id: 'name', header: words.name, isRowHeader: true, cell: ({ name }) => name },
    {
      id: 'tills',
      header: words.tills,
      cell: ({ tills }) =>
        tills.length === 0 ? (
          <span className="office-soft">{words.noTill}</span>
        ) : (
          tills.map(({ name }) => name).join(', ')
        ),
    },
    {
      id: 'counted',
      header: words.countedAt,
      cell: ({ tills, countedAt }) => tills.find(({ till }) => till === countedAt)?.name,
    },
    {
      id: 'actions',
      header: officeWords.tills.columns.actions,
      hidesHeader: true,
      align: 'end',
      cell: (drawer) => (
        <Button
          size="small"
          aria-label={words.changeNamed(drawer.name)}
          onPress={() => send({ do: 'open', dialog: { is: 'drawer', drawer } })}
        >
          {words.change}
        </Button>
      ),
    },
  ];
}
