/** Which sales were there, the latest first, page by page? */
import { salesPageSchema } from '../../protocol/people-messages.ts';
import { pagesQuery } from './pages.ts';

export interface SalesWanted {
  readonly shop: string;
  /** Null for all days. */
  readonly day: string | null;
  readonly search: string;
}

export function salesQuery({ shop, day, search }: SalesWanted) {
  return pagesQuery({
    path: '/sales',
    query: { shop, day, search: search === '' ? null : search },
    answer: salesPageSchema,
  });
}
