/** The products as a sheet that our own import takes back unchanged. Column names are stable, whatever the screen is called. */
import { priceOn, type Category, type Product } from '../../domain/catalogue.ts';
import type { Day } from '../../domain/trading-day.ts';
import { VARIANT_OPTIONS_MAX } from '../../protocol/limits.ts';
import {
  decimalOf,
  sheetOf,
  type ExportCell,
  type ExportColumn,
  type ExportSheet,
} from '../export/sheet-of-rows.ts';

export interface SheetTerms {
  readonly categories: readonly Pick<Category, 'id' | 'name'>[];
  readonly today: Day;
  /** Of the currency's minor unit. */
  readonly digits: number;
}

export function productsSheet(
  products: readonly Product[],
  { categories, today, digits }: SheetTerms,
): ExportSheet {
  const names = new Map(categories.map(({ id, name }) => [id, name]));
  const amount = (price: number) => decimalOf(price, digits);
  const columns: readonly ExportColumn<Product>[] = [
    { name: 'id', cell: ({ id }) => id },
    { name: 'name', cell: ({ name }) => name },
    { name: 'variant of', cell: ({ variant }) => variant?.of ?? '' },
    ...optionColumns(),
    { name: 'stock number', cell: ({ sku }) => sku },
    { name: 'barcodes', cell: ({ barcodes }) => barcodes.join(' ') },
    { name: 'sold', cell: ({ unit }) => unit },
    { name: 'price', cell: (product) => priceCell(priceOn(product, today), amount) },
    {
      name: 'prices',
      cell: ({ prices }) => prices.map(({ from, price }) => `${from} ${amount(price).decimal}`).join('; '),
    },
    { name: 'category', cell: ({ category }) => names.get(category) ?? '' },
    { name: 'tax', cell: ({ tax }) => (tax.is === 'single' ? tax.class : tax.eatIn) },
    { name: 'tax take away', cell: ({ tax }) => (tax.is === 'single' ? '' : tax.takeAway) },
    { name: 'minimum age', cell: ({ minimumAge }) => minimumAge ?? null },
  ];
  return sheetOf(`evertill-products-${today}`, columns, products);
}

function priceCell(price: number | null, amount: (price: number) => ExportCell): ExportCell {
  return price === null ? null : amount(price);
}

function optionColumns(): readonly ExportColumn<Product>[] {
  return Array.from({ length: VARIANT_OPTIONS_MAX }, (_, at) => ({
    name: `option ${String(at + 1)}`,
    cell: ({ variant }: Product) => variant?.options[at] ?? '',
  }));
}
