/** The list of sales: what is searched for, and the pages read so far. */
import { useInfiniteQuery } from '@tanstack/react-query';
import { useDeferredValue, useState } from 'react';
import type { SaleRow } from '../../protocol/people-messages.ts';
import { pagesOf, type Pages } from '../ask/pages.ts';
import { salesQuery } from '../ask/sales-query.ts';
import { useShop } from '../shop-context.ts';
import { usePlace } from '../use-place.ts';

export type SalesSpan = 'day' | 'all';

export interface SalesList extends Pages<SaleRow> {
  readonly day: string;
  readonly span: SalesSpan;
  readonly lookAt: (span: SalesSpan) => void;
  readonly search: string;
  readonly type: (search: string) => void;
}

export function useSales(): SalesList {
  const { shop } = useShop();
  const day = usePlace().day ?? shop.today;
  const [span, lookAt] = useState<SalesSpan>('day');
  const [search, type] = useState('');
  const wanted = useDeferredValue(search.trim());
  const asked = { shop: shop.id, day: span === 'day' ? day : null, search: wanted };
  const pages = pagesOf(useInfiniteQuery(salesQuery(asked)));
  return { day, span, lookAt, search, type, ...pages };
}
