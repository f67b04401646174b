/** How does one day stand? Asked again every few seconds while it is looked at. */
import { queryOptions } from '@tanstack/react-query';
import { reconciliationSchema } from '../../protocol/people-messages.ts';
import { askPeople } from './ask-people.ts';

const AGAIN_MS = 4_000;

export function reconciliationQuery(shop: string, day: string) {
  return queryOptions({
    queryKey: ['reconciliation', shop, day],
    queryFn: ({ signal }) =>
      askPeople({ path: '/reconcile', query: { shop, day }, answer: reconciliationSchema, signal }),
    refetchInterval: AGAIN_MS,
    refetchOnWindowFocus: 'always',
  });
}
