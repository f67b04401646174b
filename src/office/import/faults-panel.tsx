/** The rows that cannot be read: which, why, and what to do; all of them as a file to correct by. */
import { Button } from '../../ui/button.tsx';
import { DataTable, type DataColumn } from '../../ui/data-table.tsx';
import { Panel } from '../../ui/panel.tsx';
import { saveSheet } from '../export/save-sheet.ts';
import { sheetOf } from '../export/sheet-of-rows.ts';
import { useShop } from '../shop-context.ts';
import { importWords } from './import-words.ts';
import type { RowFault } from './read-rows.ts';

const words = importWords.faults;
const SHOWN_MAX = 50;

interface FaultsPanelProps {
  readonly faults: readonly RowFault[];
  /** Of the file. */
  readonly name: string;
}

export function FaultsPanel({ faults, name }: FaultsPanelProps) {
  const { format } = useShop();
  if (faults.length === 0) return null;
  const save = () => void saveSheet(faultsSheet(faults, name), 'csv');
  return (
    <Panel
      title={words.title(format.count(faults.length), faults.length)}
      actions={
        <Button size="small" icon="forward" onPress={save}>
          {words.save}
        </Button>
      }
      isFlush
    >
      <p className="import-faults-lead office-soft">{words.lead}</p>
      <DataTable
        className="import-faults"
        caption={words.caption}
        columns={COLUMNS}
        rows={faults.slice(0, SHOWN_MAX)}
        rowKey={({ row, kind }) => `${String(row)} ${kind}`}
      />
      {faults.length > SHOWN_MAX && (
        <p className="import-faults-lead office-soft">
          {words.more(format.count(faults.length - SHOWN_MAX))}
        </p>
      )}
    </Panel>
  );
}

const COLUMNS: readonly DataColumn<RowFault>[] = [
  { id: 'row', header: words.row, isRowHeader: true, cell: ({ row }) => <span className="num">{row}</span> },
  { id: 'what', header: words.what, cell: ({ kind }) => words.kinds[kind] },
  {
    id: 'cell',
    header: words.cell,
    cell: (fault) => <span className="import-cell num">{cellWords(fault)}</span>,
  },
];

function cellWords({ kind, cell }: RowFault): string {
  return kind === 'twice' ? words.repeats(cell) : cell;
}

export function faultsSheet(faults: readonly RowFault[], name: string) {
  return sheetOf<RowFault>(
    `${name.replace(/\.\w+$/, '')}-errors`,
    [
      { name: 'row', cell: ({ row }) => row },
      { name: 'what is wrong', cell: ({ kind }) => words.kinds[kind] },
      { name: 'it says', cell: cellWords },
    ],
    faults,
  );
}
