/** Which products are there, by name, page by page? */
import { infiniteQueryOptions, keepPreviousData } from '@tanstack/react-query';
import { productsPageSchema } from '../../protocol/catalogue-messages.ts';
import { askPeople } from './ask-people.ts';

export interface ProductsWanted {
  readonly search: string;
  /** Null for all. */
  readonly category: string | null;
}

export function productsQuery({ search, category }: ProductsWanted) {
  return infiniteQueryOptions({
    queryKey: ['catalogue', 'products', search, category],
    queryFn: ({ pageParam: after, signal }) =>
      askPeople({
        path: '/catalogue/products',
        query: { search: search === '' ? null : search, category, after },
        answer: productsPageSchema,
        signal,
      }),
    initialPageParam: firstPage(),
    getNextPageParam: (page) => page.after,
    placeholderData: keepPreviousData,
    staleTime: 5_000,
  });
}

function firstPage(): string | null {
  return null;
}
