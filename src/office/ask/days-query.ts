/** Which trading days have anything in them? */
import { queryOptions } from '@tanstack/react-query';
import { daysSchema } from '../../protocol/people-messages.ts';
import { askPeople } from './ask-people.ts';

export function daysQuery(shop: string) {
  return queryOptions({
    queryKey: ['days', shop],
    queryFn: ({ signal }) => askPeople({ path: '/days', query: { shop }, answer: daysSchema, signal }),
    refetchInterval: 60_000,
    staleTime: 10_000,
  });
}
