/** What may a product's tax be? */
import { queryOptions } from '@tanstack/react-query';
import { taxClassesSchema } from '../../protocol/catalogue-messages.ts';
import { askPeople } from './ask-people.ts';

export const taxClassesQuery = queryOptions({
  queryKey: ['catalogue', 'tax-classes'],
  queryFn: ({ signal }) => askPeople({ path: '/catalogue/tax-classes', answer: taxClassesSchema, signal }),
  staleTime: 60_000,
});
