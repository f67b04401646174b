/** The set-up of the shop that is looked at, and what its owner does about it. */
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import {
  setUpSchema,
  type SayStep,
  type SetUp,
  type SetUpBusiness,
  type SetUpShop,
  type SetUpTax,
} from '../../protocol/set-up-messages.ts';
import { askPeople } from '../ask/ask-people.ts';
import { meQuery } from '../ask/me-query.ts';
import { troubleOf } from '../ask/office-trouble.ts';
import { setUpQuery } from '../ask/set-up-query.ts';
import { useShop } from '../shop-context.ts';
import type { setUpWords } from './set-up-words.ts';

/** A tablet that comes for its code, and a first sale, show by themselves. */
const LOOK_AGAIN_MS = 4_000;

export type SetUpChange =
  | { readonly path: 'business'; readonly body: Omit<SetUpBusiness, 'shop'> }
  | { readonly path: 'shop'; readonly body: Omit<SetUpShop, 'shop'> }
  | { readonly path: 'tax'; readonly body: Omit<SetUpTax, 'shop'> }
  | { readonly path: 'step'; readonly body: Omit<SayStep, 'shop'> };

export type SetUpFailure = keyof typeof setUpWords.failed;

export function useSetUp() {
  const { shop } = useShop();
  const client = useQueryClient();
  const { queryKey } = setUpQuery(shop.id);
  const changing = useMutation({
    mutationFn: ({ path, body }: SetUpChange): Promise<SetUp> =>
      askPeople({ path: `/set-up/${path}`, body: { shop: shop.id, ...body }, answer: setUpSchema }),
    onSuccess: (answer) => {
      client.setQueryData(queryKey, answer);
      // The names stand in the office's frame.
      void client.invalidateQueries({ queryKey: meQuery.queryKey });
    },
  });
  return {
    setUp: useQuery({ ...setUpQuery(shop.id), refetchInterval: LOOK_AGAIN_MS }),
    change: (change: SetUpChange, onDone: (answer: SetUp) => void = ignore) => {
      if (!changing.isPending) changing.mutate(change, { onSuccess: onDone });
    },
    forget: changing.reset,
    isSaving: changing.isPending,
    failure: failureOf(changing.error),
  };
}

export type SetUpDesk = ReturnType<typeof useSetUp>;

function failureOf(error: Error | null): SetUpFailure | null {
  if (error === null) return null;
  const trouble = troubleOf(error);
  if (trouble.is === 'outage') return 'outage';
  return trouble.code === 'not-permitted' ? 'not-permitted' : 'other';
}

function ignore(): void {
  // Nothing follows.
}
