/** Products in a table: what is sold, where it belongs, how it scans, what it costs today. */
import type { ReactNode } from 'react';
import type { Category, Product } from '../../domain/catalogue.ts';
import { Button } from '../../ui/button.tsx';
import { DataTable, type DataColumn } from '../../ui/data-table.tsx';
import { useShop, type LookedAtShop } from '../shop-context.ts';
import { officeWords } from '../words/office-words.ts';
import { priceWords } from './price-words.ts';

const words = officeWords.catalogue;
const { columns } = words;

export interface ProductsTableProps {
  readonly rows: readonly Product[];
  readonly categories: ReadonlyMap<string, Pick<Category, 'name' | 'colour'>>;
  readonly onOpen: (product: Product) => void;
  readonly empty: ReactNode;
}

export function ProductsTable({ rows, categories, onOpen, empty }: ProductsTableProps) {
  const lookedAt = useShop();
  return (
    <DataTable
      caption={words.caption}
      columns={columnsOf(categories, onOpen, lookedAt)}
      rows={rows}
      rowKey={({ id }) => id}
      empty={empty}
    />
  );
}

function columnsOf(
  categories: ProductsTableProps['categories'],
  onOpen: ProductsTableProps['onOpen'],
  lookedAt: LookedAtShop,
): DataColumn<Product>[] {
  return [
    {
      id: 'name',
      header: columns.name,
      isRowHeader: true,
      cell: (product) => (
        <Button
          variant="plain"
          size="small"
          className="catalogue-open"
          aria-label={officeWords.product.open(product.name)}
          onPress={() => onOpen(product)}
        >
          {product.name}
        </Button>
      ),
    },
    {
      id: 'category',
      header: columns.category,
      cell: ({ category }) => <CategoryName category={categories.get(category)} />,
    },
    { id: 'sku', header: columns.sku, isExtra: true, cell: ({ sku }) => sku },
    {
      id: 'barcodes',
      header: columns.barcodes,
      cell: ({ barcodes: [first, ...rest] }) => (
        <span className="num">
          {first}
          {rest.length > 0 && (
            <small className="office-soft"> {words.moreBarcodes(lookedAt.format.count(rest.length))}</small>
          )}
        </span>
      ),
    },
    {
      id: 'price',
      header: columns.price,
      align: 'end',
      cell: (product) => <span className="num catalogue-price">{priceWords(product, lookedAt)}</span>,
    },
  ];
}

function CategoryName({ category }: { readonly category: Pick<Category, 'name' | 'colour'> | undefined }) {
  if (category === undefined) return null;
  return (
    <span className="catalogue-category">
      <span className="catalogue-dot" style={{ backgroundColor: category.colour }} />
      {category.name}
    </span>
  );
}
