/** Every outage of the day, as the tills saw it. */
import type { OutageWindow } from '../../protocol/people-messages.ts';
import { DataTable, type DataColumn } from '../../ui/data-table.tsx';
import { Panel } from '../../ui/panel.tsx';
import { ExportButton } from '../export/export-button.tsx';
import { outagesSheet } from '../export/sheets.ts';
import { useShop } from '../shop-context.ts';
import type { ShopFormat } from '../shop-format.ts';
import { officeWords } from '../words/office-words.ts';

const words = officeWords.reconcile.outages;

export interface OutagesPanelProps {
  readonly day: string;
  readonly outages: readonly OutageWindow[];
}

export function OutagesPanel({ day, outages }: OutagesPanelProps) {
  const { shop, format } = useShop();
  return (
    <div id="outages" className="reconcile-anchor">
      <Panel
        title={words.title}
        note={words.note}
        actions={<ExportButton size="small" sheet={() => outagesSheet(outages, shop, day)} />}
        isFlush
      >
        <DataTable
          caption={words.title}
          columns={columnsOf(format)}
          rows={outages}
          rowKey={({ capability, from }) => `${capability} ${from}`}
        />
      </Panel>
    </div>
  );
}

function columnsOf(format: ShopFormat): DataColumn<OutageWindow>[] {
  return [
    {
      id: 'what',
      header: words.what,
      isRowHeader: true,
      cell: ({ capability }) => words.capability[capability],
    },
    { id: 'from', header: words.from, cell: ({ from }) => <Time text={format.exactTime(from)} /> },
    {
      id: 'until',
      header: words.until,
      cell: ({ until }) => <Time text={until === null ? words.lasting : format.exactTime(until)} />,
    },
    { id: 'tills', header: words.tills, align: 'end', cell: ({ tills }) => format.count(tills) },
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

function Time({ text }: { readonly text: string }) {
  return <span className="num">{text}</span>;
}
