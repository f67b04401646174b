/** Which sales were there, the latest first? Asked window by window, wherever one looks into the list. */
import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { salesPageSchema } from '../../protocol/people-messages.ts';
import { askPeople } from './ask-people.ts';

export interface SalesWanted {
  readonly shop: string;
  /** Null for all days. */
  readonly day: string | null;
  readonly search: string;
}

export const SALES_WINDOW_ROWS = 100;
/** Every search typed makes a list: they go again soon. */
const WINDOW_MS_MAX = 5 * 60_000;

export function salesQuery({ shop, day, search }: SalesWanted, window: number) {
  const query = {
    ...{ shop, day, search: search === '' ? null : search },
    ...{ rows: String(SALES_WINDOW_ROWS), skip: String(window * SALES_WINDOW_ROWS) },
  };
  return queryOptions({
    queryKey: ['/sales', query],
    queryFn: ({ signal }) => askPeople({ path: '/sales', query, answer: salesPageSchema, signal }),
    // What was asked before stays in sight until the new answer is here.
    ...(window === 0 ? { placeholderData: keepPreviousData } : {}),
    staleTime: 5_000,
    gcTime: WINDOW_MS_MAX,
    refetchInterval: 15_000,
  });
}
