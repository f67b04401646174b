/** By which rules does this shop sell? */
import { queryOptions } from '@tanstack/react-query';
import { rulesSchema } from '../../protocol/rules-messages.ts';
import { askPeople } from './ask-people.ts';

export function rulesQuery(shop: string) {
  return queryOptions({
    queryKey: ['rules', shop],
    queryFn: ({ signal }) => askPeople({ path: '/rules', query: { shop }, answer: rulesSchema, signal }),
    staleTime: 5_000,
  });
}
