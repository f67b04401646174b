/** Reads a list of products to its end, for a file. */
import type { Product } from '../../domain/catalogue.ts';
import { productsPageSchema, type ProductsPage } from '../../protocol/catalogue-messages.ts';
import { askPeople } from './ask-people.ts';
import type { ProductsWanted } from './products-query.ts';

/** @throws OfficeTrouble */
export async function allProducts({ search, category }: ProductsWanted): Promise<Product[]> {
  const query = { search: search === '' ? null : search, category, page: 'many' };
  const rows: Product[] = [];
  for (let after: string | null = null, isFirst = true; isFirst || after !== null; isFirst = false) {
    const page: ProductsPage = await askPeople({
      path: '/catalogue/products',
      query: { ...query, after },
      answer: productsPageSchema,
    });
    rows.push(...page.rows);
    after = page.after;
  }
  return rows;
}
