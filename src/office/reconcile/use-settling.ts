/** Deciding about the flags of a day, and taking a decision back; one dialog is open at a time. */
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { Decision } from '../../domain/settlement.ts';
import { settledSchema, type Settlement } from '../../protocol/settlement-messages.ts';
import { askPeople } from '../ask/ask-people.ts';
import { troubleOf } from '../ask/office-trouble.ts';
import { reconciliationQuery } from '../ask/reconciliation-query.ts';
import { useShop } from '../shop-context.ts';
import type { FlagQuestion } from './group-flags.ts';

export type SettlingDialog =
  | { readonly is: 'none' }
  | { readonly is: 'settling'; readonly question: FlagQuestion }
  | { readonly is: 'takingBack'; readonly settlement: Settlement };

export type DecidingFailure = 'outage' | 'changed' | 'notPermitted' | 'other';

export type SettlingCommand =
  | { readonly do: 'open'; readonly dialog: SettlingDialog }
  | { readonly do: 'close' }
  | {
      readonly do: 'settle';
      readonly flags: readonly string[];
      readonly decision: Decision;
      readonly why: string;
    }
  | { readonly do: 'takeBack'; readonly settlement: string; readonly why: string };

const CLOSED: SettlingDialog = { is: 'none' };

export function useSettling(day: string) {
  const { shop } = useShop();
  const client = useQueryClient();
  const [dialog, setDialog] = useState(CLOSED);
  const deciding = useMutation({
    mutationFn: (asked: { readonly path: string; readonly body: Readonly<Record<string, unknown>> }) =>
      askPeople({ ...asked, answer: settledSchema }),
    onSuccess: () => setDialog(CLOSED),
    onSettled: () => client.invalidateQueries({ queryKey: reconciliationQuery(shop.id, day).queryKey }),
  });
  const send = (command: SettlingCommand) => {
    deciding.reset();
    switch (command.do) {
      case 'open': {
        setDialog(command.dialog);
        return;
      }
      case 'close': {
        setDialog(CLOSED);
        return;
      }
      case 'settle': {
        const { flags, decision, why } = command;
        deciding.mutate({ path: '/settle', body: { shop: shop.id, day, flags, decision, why } });
        return;
      }
      case 'takeBack': {
        const path = `/settlements/${encodeURIComponent(command.settlement)}/take-back`;
        deciding.mutate({ path, body: { why: command.why } });
        return;
      }
    }
  };
  return { dialog, send, isWorking: deciding.isPending, failure: decidingFailureOf(deciding.error) };
}

export type Settling = ReturnType<typeof useSettling>;

export function decidingFailureOf(error: Error | null): DecidingFailure | null {
  if (error === null) return null;
  const trouble = troubleOf(error);
  if (trouble.is === 'outage') return 'outage';
  if (trouble.code === 'not-permitted') return 'notPermitted';
  return trouble.code === 'changed-meanwhile' || trouble.code === 'already-done' ? 'changed' : 'other';
}
