/** The list of sales: what is searched for, and the pages read so far. */
import { useInfiniteQuery } from '@tanstack/react-query';
import { useDeferredValue, useState } from 'react';
import type { SaleRow } from '../../protocol/people-messages.ts';
import { salesQuery } from '../ask/sales-query.ts';
import { useShop } from '../shop-context.ts';
import { usePlace } from '../use-place.ts';

export type SalesSpan = 'day' | 'all';

export interface SalesList {
  readonly day: string;
  readonly span: SalesSpan;
  readonly lookAt: (span: SalesSpan) => void;
  readonly search: string;
  readonly type: (search: string) => void;
  /** Null until the first page is here. */
  readonly rows: readonly SaleRow[] | null;
  readonly total: number;
  readonly error: unknown;
  readonly retry: () => void;
  /** Null at the end. */
  readonly loadMore: (() => void) | null;
  readonly isLoadingMore: boolean;
}

export function useSales(): SalesList {
  const { shop } = useShop();
  const day = usePlace().day ?? shop.today;
  const [span, lookAt] = useState<SalesSpan>('day');
  const [search, type] = useState('');
  const wanted = useDeferredValue(search.trim());
  const query = useInfiniteQuery(
    salesQuery({ shop: shop.id, day: span === 'day' ? day : null, search: wanted }),
  );
  const pages = query.data?.pages;
  return {
    day,
    span,
    lookAt,
    search,
    type,
    rows: pages === undefined ? null : pages.flatMap((page) => page.rows),
    total: pages?.at(-1)?.total ?? 0,
    error: query.error,
    retry: () => void query.refetch(),
    loadMore: query.hasNextPage ? () => void query.fetchNextPage() : null,
    isLoadingMore: query.isFetchingNextPage,
  };
}
