/** Nothing that was read for one person is seen by the next, on this page or after the next start. */
import { hashKey, type QueryClient } from '@tanstack/react-query';
import type { Me } from '../../protocol/people-messages.ts';
import { meQuery } from './me-query.ts';

const ME = hashKey(meQuery.queryKey);

/** @param forgetKept takes away what is kept for the next start */
export function forgetAtSignOut(client: QueryClient, forgetKept: () => Promise<void>): void {
  let owner: string | null = null;
  client.getQueryCache().subscribe(({ query }) => {
    if (query.queryHash !== ME || query.state.data === undefined) return;
    const now = ownerOf(client.getQueryData(meQuery.queryKey) ?? null);
    const before = owner;
    owner = now;
    if (before === null || before === now) return;
    client.removeQueries({ predicate: ({ queryHash }) => queryHash !== ME });
    void forgetKept();
  });
}

function ownerOf(me: Me | null): string {
  return me === null ? '' : `${me.businessId} ${me.id}`;
}
