/** Every receipt of a day, or of all days: to look one up by its number or its amount. */
import { EmptyState } from '../../ui/empty-state.tsx';
import { Panel } from '../../ui/panel.tsx';
import { SearchField } from '../../ui/search-field.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { SegmentedControl } from '../../ui/segmented-control.tsx';
import { Failed, StaleNotice } from '../answer-view.tsx';
import { allSales } from '../ask/all-sales.ts';
import type { SalesWanted } from '../ask/sales-query.ts';
import { ExportButton } from '../export/export-button.tsx';
import { salesSheet } from '../export/sheets.ts';
import { useShop } from '../shop-context.ts';
import { officeWords } from '../words/office-words.ts';
import { SalesTable } from './sales-table.tsx';
import { useSalesChoice, useSalesList } from './use-sales.ts';
import './sales.css';

const words = officeWords.sales;

export function SalesScreen() {
  const { shop, format } = useShop();
  const choice = useSalesChoice();
  return (
    <div className="office-page">
      <header className="office-head">
        <div className="office-head-words">
          <p className="office-head-shop">
            {shop.name}
            {choice.span === 'day' && ` · ${format.day(choice.day)}`}
          </p>
          <h1>{words.title}</h1>
        </div>
        <SegmentedControl
          label={words.which}
          options={[
            { value: 'day', label: words.ofDay },
            { value: 'all', label: words.allDays },
          ]}
          className="sales-span"
          value={choice.span}
          onChange={choice.lookAt}
        />
      </header>
      <SearchField
        label={words.search}
        value={choice.search}
        onChange={choice.type}
        className="sales-search"
      />
      <SalesRows wanted={choice.wanted} />
    </div>
  );
}

function SalesRows({ wanted }: { readonly wanted: SalesWanted }) {
  const { shop, format } = useShop();
  const sales = useSalesList(wanted);
  const { total, error, readAt, retry } = sales;
  if (total === null) return error === null ? <WaitingRows /> : <Failed error={error} onRetry={retry} />;
  const name = `evertill-sales-${wanted.day ?? 'all-days'}`;
  return (
    <>
      {error !== null && <StaleNotice readAt={readAt} />}
      <Panel
        title={words.found(format.count(total), total)}
        actions={
          <ExportButton size="small" sheet={async () => salesSheet(await allSales(wanted), shop, name)} />
        }
        isFlush
      >
        {total === 0 ? (
          <NoSales search={wanted.search} />
        ) : (
          <SalesTable sales={sales} wanted={wanted} total={total} />
        )}
      </Panel>
    </>
  );
}

function WaitingRows() {
  return (
    <Panel>
      <Skeleton lines={8} height={34} />
    </Panel>
  );
}

function NoSales({ search }: { readonly search: string }) {
  if (search === '')
    return (
      <EmptyState icon="receipt" title={words.none}>
        {words.noneWords}
      </EmptyState>
    );
  return (
    <EmptyState icon="search" title={words.nothingFound(search)}>
      {words.nothingFoundWords}
    </EmptyState>
  );
}
