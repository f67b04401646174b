/** Every product of the business, to look one up by any of its words. */
import type { Tiles } from '../../protocol/catalogue-messages.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Panel } from '../../ui/panel.tsx';
import { SearchField } from '../../ui/search-field.tsx';
import { Chooser } from '../frame/chooser.tsx';
import { PagesView } from '../pages-view.tsx';
import { useShop } from '../shop-context.ts';
import { en } from '../words/en.ts';
import { ProductsTable, type ProductsTableProps } from './products-table.tsx';
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
      <FoundProducts products={products} categories={new Map(categories.map((each) => [each.id, each]))} />
    </>
  );
}

interface FoundProductsProps extends Pick<ProductsTableProps, 'categories'> {
  readonly products: ProductsList;
}

function FoundProducts({ products, categories }: FoundProductsProps) {
  const { format } = useShop();
  return (
    <PagesView pages={products} more={words.more}>
      {(rows) => (
        <Panel title={words.found(format.count(products.total), products.total)} isFlush>
          <ProductsTable
            rows={rows}
            categories={categories}
            empty={<NoProducts search={products.search.trim()} />}
          />
        </Panel>
      )}
    </PagesView>
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
