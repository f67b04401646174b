/** Every figure of the day in one table, and the tax by rate. */
import type { Takings } from '../../protocol/takings-message.ts';
import { DataTable, type DataColumn } from '../../ui/data-table.tsx';
import { Panel } from '../../ui/panel.tsx';
import { VisuallyHidden } from '../../ui/visually-hidden.tsx';
import { useShop } from '../shop-context.ts';
import type { ShopFormat } from '../shop-format.ts';
import { officeWords } from '../words/office-words.ts';

const words = officeWords.reconcile.figures;

export function FiguresPanel({ takings }: { readonly takings: Takings }) {
  const { format } = useShop();
  return (
    <Panel title={words.title} isFlush className="reconcile-day">
      <table className="reconcile-figures">
        <caption>
          <VisuallyHidden>{words.title}</VisuallyHidden>
        </caption>
        {figureGroups(takings, format).map((group) => (
          <tbody key={group[0]?.[0]}>
            {group.map(([name, figure]) => (
              <tr key={name}>
                <th scope="row">{name}</th>
                <td className="num">{figure}</td>
              </tr>
            ))}
          </tbody>
        ))}
      </table>
      {takings.byRate.length > 0 && (
        <div className="reconcile-rates">
          <DataTable
            caption={words.byRate}
            columns={rateColumns(format)}
            rows={takings.byRate}
            rowKey={({ rate }) => String(rate)}
          />
        </div>
      )}
    </Panel>
  );
}

/** What belongs together stands together: how many, how much, how paid. */
function figureGroups(takings: Takings, format: ShopFormat): [name: string, figure: string][][] {
  return [
    [
      [words.receipts, format.count(takings.sales + takings.refunds)],
      [words.sales, format.count(takings.sales)],
      [words.refunds, format.count(takings.refunds)],
      [words.lines, format.count(takings.lines)],
      [words.units, format.units(takings.units)],
    ],
    [
      [words.net, format.money(takings.net)],
      [words.tax, format.money(takings.tax)],
      [words.gross, format.money(takings.gross)],
    ],
    [
      [words.cash, format.money(takings.cash)],
      [words.card, format.money(takings.card)],
    ],
  ];
}

function rateColumns(format: ShopFormat): DataColumn<Takings['byRate'][number]>[] {
  return [
    { id: 'rate', header: words.rate, isRowHeader: true, cell: ({ rate }) => format.rate(rate) },
    { id: 'net', header: words.net, align: 'end', cell: ({ net }) => format.money(net) },
    { id: 'tax', header: words.tax, align: 'end', cell: ({ tax }) => format.money(tax) },
    { id: 'gross', header: words.gross, align: 'end', cell: ({ gross }) => format.money(gross) },
  ];
}
