/** The sales: what is searched for, and the windows of its list that are looked at. */
import { useQueries, type UseQueryResult } from '@tanstack/react-query';
import { startTransition, useDeferredValue, useState } from 'react';
import type { SaleRow, SalesPage } from '../../protocol/people-messages.ts';
import { SALES_WINDOW_ROWS, salesQuery, type SalesWanted } from '../ask/sales-query.ts';
import { useShop } from '../shop-context.ts';
import { usePlace } from '../use-place.ts';

export type SalesSpan = 'day' | 'all';

export interface SalesChoice {
  readonly day: string;
  readonly span: SalesSpan;
  readonly lookAt: (span: SalesSpan) => void;
  readonly search: string;
  readonly type: (search: string) => void;
  /** What is asked for now. */
  readonly wanted: SalesWanted;
}

export function useSalesChoice(): SalesChoice {
  const { shop } = useShop();
  const day = usePlace().day ?? shop.today;
  const [span, lookAt] = useState<SalesSpan>('day');
  const [search, type] = useState('');
  const text = useDeferredValue(search.trim());
  const wanted = { shop: shop.id, day: span === 'day' ? day : null, search: text };
  return { day, span, lookAt, search, type, wanted };
}

export interface SalesList {
  /** Null until it is known. */
  readonly total: number | null;
  /** Undefined while it is not read. */
  readonly rowAt: (index: number) => SaleRow | undefined;
  readonly seeRows: (first: number, last: number) => void;
  readonly error: Error | null;
  /** By this device's clock. */
  readonly readAt: number;
  readonly retry: () => void;
}

/** Draws its component again with each answer: it belongs no higher than to the rows. */
export function useSalesList(wanted: SalesWanted): SalesList {
  const [windows, setWindows] = useState<readonly number[]>(FIRST);
  const answers = useQueries({
    queries: windows.map((window) => salesQuery(wanted, window)),
  });
  const list = listOf(windows, answers);
  return {
    ...list,
    seeRows: (first, last) => {
      const end = Math.min(last + ROWS_AHEAD, (list.total ?? 0) - 1);
      // Not in the frame that scrolls: there is time until they are seen.
      startTransition(() => {
        setWindows((before) => sameOr(before, windowsOf(Math.max(0, first - ROWS_AHEAD), end)));
      });
    },
  };
}

/** Read before they are seen, so that a quick finger finds them drawn. */
const ROWS_AHEAD = SALES_WINDOW_ROWS;

/** The first is always asked: it knows how many there are. */
const FIRST: readonly number[] = [0];

function windowsOf(first: number, last: number): readonly number[] {
  const seen = new Set(FIRST);
  for (let window = Math.floor(first / SALES_WINDOW_ROWS); window * SALES_WINDOW_ROWS <= last; window += 1)
    seen.add(window);
  return [...seen];
}

function sameOr(before: readonly number[], after: readonly number[]): readonly number[] {
  return before.length === after.length && before.every((window, place) => window === after[place])
    ? before
    : after;
}

function listOf(windows: readonly number[], answers: readonly UseQueryResult<SalesPage>[]) {
  const pages = new Map(windows.map((window, place) => [window, answers[place]?.data?.rows]));
  const [first] = answers;
  return {
    total: first?.data?.total ?? null,
    rowAt: (index: number) => pages.get(Math.floor(index / SALES_WINDOW_ROWS))?.[index % SALES_WINDOW_ROWS],
    error: answers.find(({ error }) => error !== null)?.error ?? null,
    readAt: first?.dataUpdatedAt ?? 0,
    retry: () => {
      for (const answer of answers) void answer.refetch();
    },
  };
}
