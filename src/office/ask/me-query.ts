/** Who is signed in? Null: nobody. */
import { queryOptions } from '@tanstack/react-query';
import { meSchema, type Me } from '../../protocol/people-messages.ts';
import { askPeople } from './ask-people.ts';
import { isDenied } from './office-trouble.ts';

const AGAIN_MS = 5_000;

export const meQuery = queryOptions<Me | null>({
  queryKey: ['me'],
  queryFn: async ({ signal }) => {
    try {
      return await askPeople({ path: '/me', answer: meSchema, signal });
    } catch (error) {
      if (isDenied(error, 'sign-in-needed')) return null;
      throw error;
    }
  },
  staleTime: 60_000,
  // While nobody knows, it is asked again by itself; a person need not.
  refetchInterval: (query) => (query.state.data === undefined ? AGAIN_MS : false),
});
