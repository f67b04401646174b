/** Every product of the business, to look one up by any of its words. */
import type { Tiles } from '../../protocol/catalogue-messages.ts';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Panel } from '../../ui/panel.tsx';
import { SearchField } from '../../ui/search-field.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { Chooser } from '../frame/chooser.tsx';
import { useShop } from '../shop-context.ts';
import { en } from '../words/en.ts';
import { ProductsTable } from './products-table.tsx';
import { useProducts, type ProductsList } from './use-products.ts';

const words = en.catalogue;
const ALL = '';

export function ProductsPanel({ tiles }: { readonly tiles: Tiles }) {
  const products = useProducts();
  const categories = tiles.categories.map(({ category }) => category);
  return (
    <>
      <div className="catalogue-find">
        <SearchField label={words.search} value={products.search} onChange={products.type} />
        <Chooser
          label={words.category}
          value={products.category ?? ALL}
          options={[
            { value: ALL, label: words.allCategories },
            ...categories.map(({ id, name }) => ({ value: id, label: name })),
          ]}
          onChange={(chosen) => products.choose(chosen === ALL ? null : chosen)}
        />
      </div>
      <Pages products={products} categories={new Map(categories.map((each) => [each.id, each]))} />
    </>
  );
}

interface PagesProps {
  readonly products: ProductsList;
  readonly categories: Parameters<typeof ProductsTable>[0]['categories'];
}

function Pages({ products, categories }: PagesProps) {
  const { format } = useShop();
  const { rows, total, loadMore } = products;
  if (rows === null && products.error !== null)
    return (
      <EmptyState
        icon="cloud-off"
        title={en.outage.title}
        action={<Button onPress={products.retry}>{en.outage.retry}</Button>}
      >
        {en.outage.cannotRead}
      </EmptyState>
    );
  if (rows === null)
    return (
      <Panel>
        <Skeleton lines={8} height={34} />
      </Panel>
    );
  return (
    <>
      <Panel title={words.found(format.count(total), total)} isFlush>
        <ProductsTable
          rows={rows}
          categories={categories}
          empty={<NoProducts search={products.search.trim()} />}
        />
      </Panel>
      {loadMore !== null && (
        <div className="catalogue-more">
          <Button onPress={loadMore} isPending={products.isLoadingMore}>
            {words.more}
          </Button>
        </div>
      )}
    </>
  );
}

export function NoProducts({ search }: { readonly search: string }) {
  if (search === '')
    return (
      <EmptyState icon="tag" title={words.none}>
        {words.noneWords}
      </EmptyState>
    );
  return (
    <EmptyState icon="search" title={words.nothingFound(search)}>
      {words.nothingFoundWords}
    </EmptyState>
  );
}
