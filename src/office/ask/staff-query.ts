/** Who works here, and as what? */
import { queryOptions } from '@tanstack/react-query';
import { staffSchema } from '../../protocol/staff-messages.ts';
import { askPeople } from './ask-people.ts';

export const staffQuery = queryOptions({
  queryKey: ['staff'],
  queryFn: ({ signal }) => askPeople({ path: '/staff', answer: staffSchema, signal }),
  staleTime: 5_000,
  refetchOnWindowFocus: 'always',
});
