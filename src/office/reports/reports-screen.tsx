/** Takings over days and shops, parted in one way or another; to read, to print, to take along. */
import { useQuery } from '@tanstack/react-query';
import type { Report, ReportTotals } from '../../protocol/report-messages.ts';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Panel } from '../../ui/panel.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { StatTile } from '../../ui/stat-tile.tsx';
import { AnswerView } from '../answer-view.tsx';
import { meQuery } from '../ask/me-query.ts';
import { ExportButton } from '../export/export-button.tsx';
import { reportSheet } from '../export/sheets.ts';
import { useShop } from '../shop-context.ts';
import { officeWords } from '../words/office-words.ts';
import { ReportChart } from './report-chart.tsx';
import { ReportControls } from './report-controls.tsx';
import { ReportTable } from './report-table.tsx';
import { useReport } from './use-report.ts';
import './reports.css';

const words = officeWords.reports;

export function ReportsScreen() {
  const { shop, format } = useShop();
  const shops = useQuery(meQuery).data?.shops ?? [];
  const sameMoney = shops.filter(({ currency }) => currency.code === shop.currency.code).map(({ id }) => id);
  const report = useReport(sameMoney);
  const { query, range, allShops, trouble } = report;
  const answer = query.data;
  return (
    <div className="office-page report-page">
      <header className="office-head">
        <div className="office-head-words">
          <p className="office-head-shop">
            {allShops ? words.allShops(shop.currency.code) : shop.name}
            {answer !== undefined && (
              <span className="report-as-of num">{officeWords.day.asOf(format.moment(answer.readAt))}</span>
            )}
          </p>
          <h1>{words.title}</h1>
          <p className="report-span">{words.span(format.day(range.from), format.day(range.to))}</p>
        </div>
        <div className="report-acts">
          {answer !== undefined && <ExportButton sheet={() => reportSheet(answer, shop)} />}
          <Button icon="printer" onPress={() => window.print()} isDisabled={answer === undefined}>
            {words.print}
          </Button>
        </div>
      </header>
      <ReportControls report={report} hasShops={sameMoney.length > 1} />
      {trouble === null && (
        <AnswerView query={query} waiting={<Waiting />}>
          {(read) => <ReportAnswer report={read} />}
        </AnswerView>
      )}
    </div>
  );
}

function ReportAnswer({ report }: { readonly report: Report }) {
  const { format } = useShop();
  if (report.rows.length === 0)
    return (
      <EmptyState icon="sales" title={words.none}>
        {words.noneWords}
      </EmptyState>
    );
  return (
    <>
      <TotalTiles totals={report.totals} />
      <Standing standing={report.totals.standing} />
      <Panel title={words.titles[report.by]} note={words.rows(format.count(report.rows.length))} isFlush>
        <ReportChart report={report} />
        <ReportTable key={report.by} report={report} />
      </Panel>
      <p className="office-soft report-counted">{words.counted}</p>
    </>
  );
}

/** How much of it somebody has put their name to. */
function Standing({ standing: { signed, late, unsigned } }: Pick<ReportTotals, 'standing'>) {
  const { format } = useShop();
  return (
    <p className="report-standing num">
      <span>{words.standing.signed(format.money(signed))}</span>
      {late !== 0 && <b className="report-late">{words.standing.late(format.money(late))}</b>}
      {unsigned !== 0 && <span>{words.standing.unsigned(format.money(unsigned))}</span>}
    </p>
  );
}

function TotalTiles({ totals: { figures, receipts } }: { readonly totals: ReportTotals }) {
  const { format } = useShop();
  const { cards } = words;
  const count = receipts.sales + receipts.refunds;
  return (
    <div className="report-tiles num">
      <StatTile
        label={cards.gross}
        value={format.money(figures.gross)}
        detail={cards.grossDetail(format.money(figures.net), format.money(figures.tax))}
      />
      <StatTile
        label={cards.receipts}
        value={format.count(receipts.sales)}
        detail={cards.receiptsDetail(format.count(receipts.refunds), receipts.refunds)}
      />
      <StatTile
        label={cards.average}
        value={format.money(count === 0 ? 0 : Math.round(figures.gross / count))}
        detail={cards.averageDetail(format.count(figures.lines))}
      />
      <StatTile
        label={cards.paid}
        value={format.money(receipts.cash)}
        detail={cards.paidDetail(format.money(receipts.card))}
      />
    </div>
  );
}

function Waiting() {
  return (
    <>
      <div className="report-tiles">
        {['gross', 'receipts', 'average', 'paid'].map((tile) => (
          <Panel key={tile}>
            <Skeleton lines={3} height={24} />
          </Panel>
        ))}
      </div>
      <Panel>
        <Skeleton lines={8} height={34} />
      </Panel>
    </>
  );
}
