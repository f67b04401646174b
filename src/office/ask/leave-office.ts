/** The page after the server has heard that its person signed out. */
import type { QueryClient } from '@tanstack/react-query';
import { meQuery } from './me-query.ts';

/**
 * What was read goes with the person: `forgetAtSignOut`. Nothing else is stopped, for another answer may have told the page before that
 * nobody is signed in, and then it is the front door's own questions that are under way.
 */
export async function leaveOffice(client: QueryClient): Promise<void> {
  await client.cancelQueries({ queryKey: meQuery.queryKey });
  client.setQueryData(meQuery.queryKey, null);
}
