/** A list that comes page by page: the question, and what has been read of it so far. */
import {
  infiniteQueryOptions,
  keepPreviousData,
  type InfiniteData,
  type UseInfiniteQueryResult,
} from '@tanstack/react-query';
import { askPeople, type PeopleQuestion } from './ask-people.ts';

export interface Page<Row> {
  readonly rows: readonly Row[];
  /** Where the list goes on; null at its end. */
  readonly after: string | null;
  readonly total: number;
}

export interface Pages<Row> {
  /** Null until the first page is here. */
  readonly rows: readonly Row[] | null;
  readonly total: number;
  readonly error: unknown;
  /** By this device's clock. */
  readonly readAt: number;
  readonly retry: () => void;
  /** Null at the end. */
  readonly loadMore: (() => void) | null;
  readonly isLoadingMore: boolean;
}

/** Every search typed makes a list: they go again soon. */
const PAGES_MS_MAX = 5 * 60_000;

/** What was asked before stays in sight until the new answer is here. */
export function pagesQuery<Answer extends Page<unknown>>(
  question: Pick<Required<PeopleQuestion<Answer>>, 'path' | 'query' | 'answer'>,
) {
  const { path, query, answer } = question;
  return infiniteQueryOptions({
    queryKey: [path, query],
    queryFn: ({ pageParam: after, signal }) =>
      askPeople({ path, query: { ...query, after }, answer, signal }),
    initialPageParam: firstPage(),
    getNextPageParam: (page) => page.after,
    placeholderData: keepPreviousData,
    staleTime: 5_000,
    gcTime: PAGES_MS_MAX,
  });
}

export function pagesOf<Row>(query: UseInfiniteQueryResult<InfiniteData<Page<Row>>>): Pages<Row> {
  const pages = query.data?.pages;
  return {
    rows: pages === undefined ? null : pages.flatMap((page) => page.rows),
    total: pages?.at(-1)?.total ?? 0,
    error: query.error,
    readAt: query.dataUpdatedAt,
    retry: () => void query.refetch(),
    loadMore: query.hasNextPage ? () => void query.fetchNextPage() : null,
    isLoadingMore: query.isFetchingNextPage,
  };
}

function firstPage(): string | null {
  return null;
}
