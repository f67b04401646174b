/** How were the shop's settlement files read the last time? */
import { queryOptions } from '@tanstack/react-query';
import { cardReadingSchema } from '../../protocol/card-messages.ts';
import { askPeople } from './ask-people.ts';

export function cardReadingQuery(shop: string) {
  return queryOptions({
    queryKey: ['card-reading', shop],
    queryFn: ({ signal }) =>
      askPeople({ path: '/cards/reading', query: { shop }, answer: cardReadingSchema, signal }),
  });
}
