/** The tills of the shop and what a manager can do with them; one dialog is open at a time. */
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import {
  drawerRowSchema,
  spareCodesSchema,
  tillCodeSchema,
  tillRowSchema,
  type DrawerRow,
  type SpareCodes,
  type TillCode,
  type TillRow,
} from '../../protocol/people-messages.ts';
import { askPeople } from '../ask/ask-people.ts';
import { troubleOf } from '../ask/office-trouble.ts';
import { tillsQuery } from '../ask/tills-query.ts';
import { useShop } from '../shop-context.ts';

export type TillsDialog =
  | { readonly is: 'none' }
  | { readonly is: 'adding' }
  | { readonly is: 'importing' }
  /** `receivedAt`: by this device's clock, to count down from. */
  | { readonly is: 'code'; readonly code: TillCode; readonly receivedAt: number }
  | { readonly is: 'revoking'; readonly till: TillRow }
  | { readonly is: 'unrevoking'; readonly till: TillRow }
  | { readonly is: 'till'; readonly till: TillRow }
  | { readonly is: 'replacing'; readonly till: TillRow }
  | { readonly is: 'moving'; readonly till: TillRow }
  /** Null before the codes are made. */
  | { readonly is: 'spares'; readonly spares: SpareCodes | null }
  | { readonly is: 'drawer'; readonly drawer: DrawerRow }
  | { readonly is: 'tillDrawer'; readonly till: TillRow };

export type TillsFailure = 'outage' | 'alreadyDone' | 'other';

export type TillsCommand =
  | { readonly do: 'open'; readonly dialog: TillsDialog }
  | { readonly do: 'close' }
  | { readonly do: 'add'; readonly name: string }
  | { readonly do: 'newCode'; readonly till: string }
  | { readonly do: 'revoke' | 'unrevoke'; readonly till: string; readonly why: string }
  | { readonly do: 'rename'; readonly till: string; readonly name: string }
  | { readonly do: 'replace'; readonly till: string; readonly why: string }
  | { readonly do: 'move'; readonly till: string; readonly shop: string; readonly name: string }
  /** `name`: what spare tills are called, before their numbers. */
  | { readonly do: 'makeSpares'; readonly name: string }
  | { readonly do: 'assignDrawer'; readonly till: string; readonly drawer: string }
  | {
      readonly do: 'changeDrawer';
      readonly drawer: string;
      readonly name: string;
      readonly countedAt: string | null;
    };

const CLOSED: TillsDialog = { is: 'none' };

export function useTills() {
  const { shop } = useShop();
  const client = useQueryClient();
  const [dialog, setDialog] = useState<TillsDialog>(CLOSED);
  const onSettled = () => client.invalidateQueries({ queryKey: tillsQuery(shop.id).queryKey });
  const code = useMutation({
    mutationFn: askForCode,
    onSuccess: (answer) => setDialog({ is: 'code', code: answer, receivedAt: Date.now() }),
    onSettled,
  });
  const revocation = useMutation({
    mutationFn: changeRevocation,
    onSuccess: () => setDialog(CLOSED),
    onSettled,
  });
  const names = useMutation({
    mutationFn: renameTill,
    onSuccess: () => setDialog(CLOSED),
    onSettled,
  });
  const spares = useMutation({
    mutationFn: (name: string) =>
      askPeople({ path: '/spare-codes', body: { shop: shop.id, name }, answer: spareCodesSchema }),
    onSuccess: (answer) => setDialog({ is: 'spares', spares: answer }),
    onSettled,
  });
  const drawers = useMutation({
    mutationFn: changeDrawers,
    onSuccess: () => setDialog(CLOSED),
    onSettled,
  });
  const all = [code, revocation, names, spares, drawers];
  const forget = () => {
    for (const mutation of all) mutation.reset();
  };
  const send = (command: TillsCommand) => {
    forget();
    switch (command.do) {
      case 'open': {
        setDialog(command.dialog);
        return;
      }
      case 'close': {
        setDialog(CLOSED);
        return;
      }
      case 'add': {
        code.mutate({ path: '/tills', body: { shop: shop.id, name: command.name } });
        return;
      }
      case 'newCode': {
        code.mutate({ path: `/tills/${encodeURIComponent(command.till)}/code`, body: {} });
        return;
      }
      case 'replace': {
        const { till, why } = command;
        code.mutate({ path: `/tills/${encodeURIComponent(till)}/replace`, body: { why } });
        return;
      }
      case 'move': {
        const { till, shop: to, name } = command;
        code.mutate({ path: `/tills/${encodeURIComponent(till)}/move`, body: { shop: to, name } });
        return;
      }
      case 'rename': {
        names.mutate(command);
        return;
      }
      case 'makeSpares': {
        spares.mutate(command.name);
        return;
      }
      case 'assignDrawer':
      case 'changeDrawer': {
        drawers.mutate(command);
        return;
      }
      case 'revoke':
      case 'unrevoke': {
        revocation.mutate(command);
        return;
      }
    }
  };
  return {
    tills: useQuery(tillsQuery(shop.id)),
    dialog,
    send,
    isWorking: all.some(({ isPending }) => isPending),
    failure: failureOf(all.map(({ error }) => error).find((error) => error !== null) ?? null),
  };
}

export type Tills = ReturnType<typeof useTills>;

function askForCode(asked: { path: string; body: Record<string, string> }): Promise<TillCode> {
  return askPeople({ ...asked, answer: tillCodeSchema });
}

function changeRevocation(command: {
  do: 'revoke' | 'unrevoke';
  till: string;
  why: string;
}): Promise<TillRow> {
  const path = `/tills/${encodeURIComponent(command.till)}/${command.do}`;
  return askPeople({ path, body: { why: command.why }, answer: tillRowSchema });
}

function renameTill({ till, name }: { till: string; name: string }): Promise<TillRow> {
  const path = `/tills/${encodeURIComponent(till)}/name`;
  return askPeople({ path, body: { name }, answer: tillRowSchema });
}

async function changeDrawers(
  command: Extract<TillsCommand, { do: 'assignDrawer' | 'changeDrawer' }>,
): Promise<void> {
  if (command.do === 'assignDrawer') {
    const path = `/tills/${encodeURIComponent(command.till)}/drawer`;
    await askPeople({ path, body: { drawer: command.drawer }, answer: tillRowSchema });
    return;
  }
  const { drawer, name, countedAt } = command;
  await askPeople({
    path: `/drawers/${encodeURIComponent(drawer)}`,
    body: { name, countedAt },
    answer: drawerRowSchema,
  });
}

function failureOf(error: Error | null): TillsFailure | null {
  if (error === null) return null;
  const trouble = troubleOf(error);
  if (trouble.is === 'outage') return 'outage';
  return trouble.code === 'already-done' ? 'alreadyDone' : 'other';
}
