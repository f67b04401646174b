/** Which tills are there, and how are they? */
import { queryOptions } from '@tanstack/react-query';
import { tillsSchema } from '../../protocol/office-till-messages.ts';
import { askPeople } from './ask-people.ts';

export function tillsQuery(shop: string) {
  return queryOptions({
    queryKey: ['tills', shop],
    queryFn: ({ signal }) => askPeople({ path: '/tills', query: { shop }, answer: tillsSchema, signal }),
    refetchInterval: 5_000,
    refetchOnWindowFocus: 'always',
  });
}
