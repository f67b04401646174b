/** Every product of the business, to look one up by any of its words. */
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Product } from '../../domain/catalogue.ts';
import type { Tiles } from '../../protocol/catalogue-messages.ts';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Panel } from '../../ui/panel.tsx';
import { SearchField } from '../../ui/search-field.tsx';
import { allProducts } from '../ask/all-products.ts';
import { taxClassesQuery } from '../ask/tax-classes-query.ts';
import { ExportButton } from '../export/export-button.tsx';
import { Chooser } from '../frame/chooser.tsx';
import { productsSheet } from '../import/products-sheet.ts';
import { PagesView } from '../pages-view.tsx';
import { useShop } from '../shop-context.ts';
import { usePlace } from '../use-place.ts';
import { officeWords } from '../words/office-words.ts';
import { importWords } from '../import/import-words.ts';
import { ProductSheet } from './product-sheet.tsx';
import { ProductsTable, type ProductsTableProps } from './products-table.tsx';
import { useProducts, type ProductsList } from './use-products.ts';

const words = officeWords.catalogue;
const ALL = '';

/** What is open: a product, a new one, or nothing. */
type Opened = { readonly product: Product | null } | null;

export function ProductsPanel({ tiles }: { readonly tiles: Tiles }) {
  const products = useProducts();
  const place = usePlace();
  const [opened, setOpened] = useState<Opened>(null);
  const taxClasses = useQuery(taxClassesQuery).data?.classes;
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
        <Button className="catalogue-add" onPress={() => place.go('/catalogue/import')}>
          {importWords.open}
        </Button>
        <Button
          variant="go"
          icon="plus"
          isDisabled={taxClasses === undefined}
          onPress={() => setOpened({ product: null })}
        >
          {officeWords.product.add}
        </Button>
      </div>
      <FoundProducts
        products={products}
        categories={new Map(categories.map((each) => [each.id, each]))}
        onOpen={(product) => setOpened({ product })}
      />
      {opened !== null && taxClasses !== undefined && (
        <ProductSheet
          product={opened.product}
          categories={tiles.categories}
          taxClasses={taxClasses}
          onClose={() => setOpened(null)}
        />
      )}
    </>
  );
}

interface FoundProductsProps extends Pick<ProductsTableProps, 'categories' | 'onOpen'> {
  readonly products: ProductsList;
}

function FoundProducts({ products, categories, onOpen }: FoundProductsProps) {
  const { format, shop } = useShop();
  const { search, category } = products;
  const sheet = async () =>
    productsSheet(await allProducts({ search: search.trim(), category }), {
      categories: [...categories].map(([id, { name }]) => ({ id, name })),
      today: shop.today,
      digits: shop.currency.digits,
    });
  return (
    <PagesView pages={products} more={words.more}>
      {(rows) => (
        <Panel
          title={words.found(format.count(products.total), products.total)}
          actions={<ExportButton size="small" sheet={sheet} isDisabled={rows.length === 0} />}
          isFlush
        >
          <ProductsTable
            rows={rows}
            categories={categories}
            onOpen={onOpen}
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
