/** How far is the set-up of a shop? */
import { queryOptions } from '@tanstack/react-query';
import { firstStartSchema, setUpSchema, testReceiptSchema } from '../../protocol/set-up-messages.ts';
import { askPeople } from './ask-people.ts';

export function setUpQuery(shop: string) {
  return queryOptions({
    queryKey: ['set-up', shop],
    queryFn: ({ signal }) => askPeople({ path: '/set-up', query: { shop }, answer: setUpSchema, signal }),
    // A page that is opened asks how far it is by now, whatever it kept.
    refetchOnMount: 'always',
    staleTime: 5_000,
  });
}

/** By what is the next receipt made? Asked again whenever the step is opened. */
export function testReceiptQuery(shop: string) {
  return queryOptions({
    queryKey: ['test-receipt', shop],
    queryFn: ({ signal }) =>
      askPeople({ path: '/set-up/receipt', query: { shop }, answer: testReceiptSchema, signal }),
    refetchOnMount: 'always',
    staleTime: 5_000,
  });
}

/** What can somebody do here who has no account? */
export const firstStartQuery = queryOptions({
  queryKey: ['first-start'],
  queryFn: ({ signal }) => askPeople({ path: '/first-start', answer: firstStartSchema, signal }),
  staleTime: 60_000,
  // Signing in does not wait for it.
  retry: false,
});
