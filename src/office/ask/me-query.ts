/** Who is signed in? Null: nobody. */
import { queryOptions } from '@tanstack/react-query';
import { meSchema, type Me } from '../../protocol/people-messages.ts';
import { askPeople } from './ask-people.ts';
import { isDenied } from './office-trouble.ts';

const AGAIN_MS = 5_000;
const DAY_MAY_HAVE_CHANGED_MS = 60_000;

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
  // A page that is opened asks which day it is, whatever it kept.
  refetchOnMount: 'always',
  staleTime: DAY_MAY_HAVE_CHANGED_MS,
  // While nobody knows, it is asked again by itself; later now and then, because the trading day moves on.
  refetchInterval: ({ state }) => {
    if (state.data === undefined) return AGAIN_MS;
    return state.data === null ? false : DAY_MAY_HAVE_CHANGED_MS;
  },
});
