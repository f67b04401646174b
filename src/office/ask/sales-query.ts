/** Which sales were there, the latest first, page by page? */
import { infiniteQueryOptions, keepPreviousData } from '@tanstack/react-query';
import { salesPageSchema } from '../../protocol/people-messages.ts';
import { askPeople } from './ask-people.ts';

export interface SalesWanted {
  readonly shop: string;
  /** Null for all days. */
  readonly day: string | null;
  readonly search: string;
}

export function salesQuery({ shop, day, search }: SalesWanted) {
  return infiniteQueryOptions({
    queryKey: ['sales', shop, day, search],
    queryFn: ({ pageParam: after, signal }) =>
      askPeople({
        path: '/sales',
        query: { shop, day, search: search === '' ? null : search, after },
        answer: salesPageSchema,
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
