/** What does the till offer to tap? */
import { queryOptions } from '@tanstack/react-query';
import { tilesSchema } from '../../protocol/catalogue-messages.ts';
import { askPeople } from './ask-people.ts';

export const tilesQuery = queryOptions({
  queryKey: ['catalogue', 'tiles'],
  queryFn: ({ signal }) => askPeople({ path: '/catalogue/tiles', answer: tilesSchema, signal }),
  staleTime: 5_000,
});
