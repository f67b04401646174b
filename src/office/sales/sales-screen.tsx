/** Every receipt of a day, or of all days: to look one up by its number or its amount. */
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Panel } from '../../ui/panel.tsx';
import { SearchField } from '../../ui/search-field.tsx';
import { SegmentedControl } from '../../ui/segmented-control.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { useShop } from '../shop-context.ts';
import { en } from '../words/en.ts';
import { SalesTable } from './sales-table.tsx';
import { useSales, type SalesList } from './use-sales.ts';
import './sales.css';

const words = en.sales;

export function SalesScreen() {
  const { shop, format } = useShop();
  const sales = useSales();
  return (
    <div className="office-page">
      <header className="office-head">
        <div className="office-head-words">
          <p className="office-head-shop">
            {shop.name}
            {sales.span === 'day' && ` · ${format.day(sales.day)}`}
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
          value={sales.span}
          onChange={sales.lookAt}
        />
      </header>
      <SearchField label={words.search} value={sales.search} onChange={sales.type} className="sales-search" />
      <SalesPages sales={sales} />
    </div>
  );
}

function SalesPages({ sales }: { readonly sales: SalesList }) {
  const { format } = useShop();
  if (sales.rows === null && sales.error !== null)
    return (
      <EmptyState
        icon="cloud-off"
        title={en.outage.title}
        action={<Button onPress={sales.retry}>{en.outage.retry}</Button>}
      >
        {en.outage.cannotRead}
      </EmptyState>
    );
  if (sales.rows === null)
    return (
      <Panel>
        <Skeleton lines={8} height={34} />
      </Panel>
    );
  return (
    <>
      <Panel title={words.found(format.count(sales.total), sales.total)} isFlush>
        <SalesTable
          rows={sales.rows}
          showsDay={sales.span === 'all'}
          empty={<NoSales search={sales.search.trim()} />}
        />
      </Panel>
      {sales.loadMore !== null && (
        <div className="sales-more">
          <Button onPress={sales.loadMore} isPending={sales.isLoadingMore}>
            {words.more}
          </Button>
        </div>
      )}
    </>
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
