/** A manager's word for the day that is looked at. */
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { signedSchema } from '../../protocol/sign-off-messages.ts';
import { askPeople } from '../ask/ask-people.ts';
import { reconciliationQuery } from '../ask/reconciliation-query.ts';
import { useShop } from '../shop-context.ts';
import { decidingFailureOf } from './use-settling.ts';

export interface SignCommand {
  readonly seen: string;
  readonly why: string;
}

export function useSignOff(day: string) {
  const { shop } = useShop();
  const client = useQueryClient();
  const [isOpen, setOpen] = useState(false);
  const signing = useMutation({
    mutationFn: (asked: SignCommand) =>
      askPeople({ path: '/sign-off', body: { shop: shop.id, day, ...asked }, answer: signedSchema }),
    onSuccess: () => setOpen(false),
    onSettled: () => client.invalidateQueries({ queryKey: reconciliationQuery(shop.id, day).queryKey }),
  });
  return {
    isOpen,
    open: () => {
      signing.reset();
      setOpen(true);
    },
    close: () => setOpen(false),
    sign: (asked: SignCommand) => signing.mutate(asked),
    isWorking: signing.isPending,
    failure: decidingFailureOf(signing.error),
  };
}

export type SigningOff = ReturnType<typeof useSignOff>;
