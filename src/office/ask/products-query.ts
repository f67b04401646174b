/** Which products are there, by name, page by page? */
import { productsPageSchema } from '../../protocol/catalogue-messages.ts';
import { pagesQuery } from './pages.ts';

export interface ProductsWanted {
  readonly search: string;
  /** Null for all. */
  readonly category: string | null;
}

export function productsQuery({ search, category }: ProductsWanted) {
  return pagesQuery({
    path: '/catalogue/products',
    query: { search: search === '' ? null : search, category },
    answer: productsPageSchema,
  });
}
