/** Every receipt of a day, or of all days: to look one up by its number or its amount. */
import { EmptyState } from '../../ui/empty-state.tsx';
import { Panel } from '../../ui/panel.tsx';
import { SearchField } from '../../ui/search-field.tsx';
import { SegmentedControl } from '../../ui/segmented-control.tsx';
import { PagesView } from '../pages-view.tsx';
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
  return (
    <PagesView pages={sales} more={words.more}>
      {(rows) => (
        <Panel title={words.found(format.count(sales.total), sales.total)} isFlush>
          <SalesTable
            rows={rows}
            showsDay={sales.span === 'all'}
            empty={<NoSales search={sales.search.trim()} />}
          />
        </Panel>
      )}
    </PagesView>
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
