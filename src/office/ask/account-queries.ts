/** How do I sign in, and who is signed in where? */
import { queryOptions } from '@tanstack/react-query';
import { accountSchema, signInsSchema } from '../../protocol/account-messages.ts';
import { askPeople } from './ask-people.ts';

export const accountQuery = queryOptions({
  queryKey: ['account'],
  queryFn: ({ signal }) => askPeople({ path: '/account', answer: accountSchema, signal }),
});

export const signInsQuery = queryOptions({
  queryKey: ['sign-ins'],
  queryFn: ({ signal }) => askPeople({ path: '/sign-ins', answer: signInsSchema, signal }),
  refetchInterval: 30_000,
});
