/** TanStack Query as the office uses it: the network is always asked, and one place hears that a sign-in is over. */
import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query';
import { KEPT_MS_MAX } from './kept-reads.ts';
import { meQuery } from './me-query.ts';
import { isDenied, troubleOf } from './office-trouble.ts';

const RETRIES_MAX = 1;

export function makeQueryClient(): QueryClient {
  const signInIsOver = (error: unknown) => {
    if (isDenied(error, 'sign-in-needed')) client.setQueryData(meQuery.queryKey, null);
  };
  const client: QueryClient = new QueryClient({
    queryCache: new QueryCache({ onError: signInIsOver }),
    mutationCache: new MutationCache({ onError: signInIsOver }),
    defaultOptions: {
      queries: {
        networkMode: 'always',
        // What is forgotten on the page is not kept for the next start either.
        gcTime: KEPT_MS_MAX,
        retry: (failures, error) => troubleOf(error).is === 'outage' && failures < RETRIES_MAX,
        retryDelay: 1_000,
      },
      mutations: { networkMode: 'always', retry: false },
    },
  });
  return client;
}
