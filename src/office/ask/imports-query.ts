/** Which imports of products were there lately? */
import { queryOptions } from '@tanstack/react-query';
import { importsSchema } from '../../protocol/import-messages.ts';
import { askPeople } from './ask-people.ts';

export const importsQuery = queryOptions({
  queryKey: ['catalogue', 'imports'],
  queryFn: ({ signal }) => askPeople({ path: '/catalogue/imports', answer: importsSchema, signal }),
  staleTime: 0,
});
