/** The list of products: what is searched for, and the pages read so far. */
import { useInfiniteQuery } from '@tanstack/react-query';
import { useDeferredValue, useState } from 'react';
import type { Product } from '../../domain/catalogue.ts';
import { pagesOf, type Pages } from '../ask/pages.ts';
import { productsQuery } from '../ask/products-query.ts';

export interface ProductsList extends Pages<Product> {
  readonly search: string;
  readonly type: (search: string) => void;
  /** Null for all. */
  readonly category: string | null;
  readonly choose: (category: string | null) => void;
}

export function useProducts(): ProductsList {
  const [search, type] = useState('');
  const [category, choose] = useState<string | null>(null);
  const wanted = useDeferredValue(search.trim());
  const pages = pagesOf(useInfiniteQuery(productsQuery({ search: wanted, category })));
  return { search, type, category, choose, ...pages };
}
