/** The list of products: what is searched for, and the pages read so far. */
import { useInfiniteQuery } from '@tanstack/react-query';
import { useDeferredValue, useState } from 'react';
import type { Product } from '../../domain/catalogue.ts';
import { productsQuery } from '../ask/products-query.ts';

export interface ProductsList {
  readonly search: string;
  readonly type: (search: string) => void;
  /** Null for all. */
  readonly category: string | null;
  readonly choose: (category: string | null) => void;
  /** Null until the first page is here. */
  readonly rows: readonly Product[] | null;
  readonly total: number;
  readonly error: unknown;
  readonly retry: () => void;
  /** Null at the end. */
  readonly loadMore: (() => void) | null;
  readonly isLoadingMore: boolean;
}

export function useProducts(): ProductsList {
  const [search, type] = useState('');
  const [category, choose] = useState<string | null>(null);
  const wanted = useDeferredValue(search.trim());
  const query = useInfiniteQuery(productsQuery({ search: wanted, category }));
  const pages = query.data?.pages;
  return {
    search,
    type,
    category,
    choose,
    rows: pages === undefined ? null : pages.flatMap((page) => page.rows),
    total: pages?.at(-1)?.total ?? 0,
    error: query.error,
    retry: () => void query.refetch(),
    loadMore: query.hasNextPage ? () => void query.fetchNextPage() : null,
    isLoadingMore: query.isFetchingNextPage,
  };
}
