/** The day's outage drills and how they went, apart from outages: nothing was down. */
import type { DrillRun } from '../../protocol/people-messages.ts';
import { DataTable, type DataColumn } from '../../ui/data-table.tsx';
import { Panel } from '../../ui/panel.tsx';
import { useShop } from '../shop-context.ts';
import type { ShopFormat } from '../shop-format.ts';
import { officeWords } from '../words/office-words.ts';

const words = officeWords.readiness.drills;

export function DrillsPanel({ drills }: { readonly drills: readonly DrillRun[] }) {
  const { format } = useShop();
  return (
    <Panel title={words.title} note={words.note} isFlush>
      <DataTable
        caption={words.title}
        columns={columnsOf(format)}
        rows={drills}
        rowKey={({ drill, till }) => `${till} ${drill}`}
      />
    </Panel>
  );
}

function columnsOf(format: ShopFormat): DataColumn<DrillRun>[] {
  return [
    { id: 'what', header: words.what, isRowHeader: true, cell: ({ what }) => words.kind[what] },
    { id: 'till', header: words.till, cell: ({ tillName }) => tillName },
    { id: 'by', header: words.by, cell: ({ startedBy }) => startedBy },
    {
      id: 'from',
      header: words.from,
      cell: ({ from }) => <span className="num">{format.exactTime(from)}</span>,
    },
    {
      id: 'until',
      header: words.until,
      cell: (run) => <span className="num">{untilWords(run, format)}</span>,
    },
    { id: 'sales', header: words.sales, align: 'end', cell: ({ sales }) => format.count(sales) },
    { id: 'value', header: words.value, align: 'end', cell: ({ value }) => format.money(value) },
    {
      id: 'last',
      header: words.lastReceived,
      align: 'end',
      cell: ({ lastReceivedAt }) => (lastReceivedAt === null ? '' : format.exactTime(lastReceivedAt)),
    },
  ];
}

function untilWords({ until, ended }: DrillRun, format: ShopFormat): string {
  if (until === null) return words.lasting;
  const time = format.exactTime(until);
  return ended === 'early' ? words.early(time) : time;
}
