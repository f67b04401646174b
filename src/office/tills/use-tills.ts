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
} from '../../protocol/office-till-messages.ts';
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
  /** `name`: what spare tills are called, before their numbers. */
  | { readonly do: 'makeSpares'; readonly name: string }
  | CodeCommand
  | ChangeCommand;

/** What ends with a code that is shown. */
type CodeCommand =
  | { readonly do: 'add'; readonly name: string }
  | { readonly do: 'newCode'; readonly till: string }
  | { readonly do: 'replace'; readonly till: string; readonly why: string }
  | { readonly do: 'move'; readonly till: string; readonly shop: string; readonly name: string };

type ChangeCommand =
  | { readonly do: 'revoke' | 'unrevoke'; readonly till: string; readonly why: string }
  | { readonly do: 'rename'; readonly till: string; readonly name: string }
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
    mutationFn: (command: CodeCommand) =>
      askPeople({ ...codeAsked(command, shop.id), answer: tillCodeSchema }),
    onSuccess: (answer) => setDialog({ is: 'code', code: answer, receivedAt: Date.now() }),
    onSettled,
  });
  const spares = useMutation({
    mutationFn: (name: string) =>
      askPeople({ path: '/spare-codes', body: { shop: shop.id, name }, answer: spareCodesSchema }),
    onSuccess: (answer) => setDialog({ is: 'spares', spares: answer }),
    onSettled,
  });
  const change = useMutation({ mutationFn: carryOut, onSuccess: () => setDialog(CLOSED), onSettled });
  const send = (command: TillsCommand) => {
    for (const { reset } of [code, spares, change]) reset();
    switch (command.do) {
      case 'open': {
        setDialog(command.dialog);
        return;
      }
      case 'close': {
        setDialog(CLOSED);
        return;
      }
      case 'makeSpares': {
        spares.mutate(command.name);
        return;
      }
      case 'add':
      case 'newCode':
      case 'replace':
      case 'move': {
        code.mutate(command);
        return;
      }
      default: {
        change.mutate(command);
        return;
      }
    }
  };
  return {
    tills: useQuery(tillsQuery(shop.id)),
    dialog,
    send,
    isWorking: code.isPending || spares.isPending || change.isPending,
    failure: failureOf(code.error ?? spares.error ?? change.error),
  };
}

export type Tills = ReturnType<typeof useTills>;

interface Asked {
  readonly path: string;
  readonly body: Readonly<Record<string, string | null>>;
}

function codeAsked(command: CodeCommand, shop: string): Asked {
  switch (command.do) {
    case 'add':
      return { path: '/tills', body: { shop, name: command.name } };
    case 'newCode':
      return { path: pathOf(command.till, 'code'), body: {} };
    case 'replace':
      return { path: pathOf(command.till, 'replace'), body: { why: command.why } };
    case 'move':
      return { path: pathOf(command.till, 'move'), body: { shop: command.shop, name: command.name } };
  }
}

async function carryOut(command: ChangeCommand): Promise<void> {
  if (command.do === 'changeDrawer') {
    const { drawer, name, countedAt } = command;
    const path = `/drawers/${encodeURIComponent(drawer)}`;
    await askPeople({ path, body: { name, countedAt }, answer: drawerRowSchema });
    return;
  }
  await askPeople({ ...changeAsked(command), answer: tillRowSchema });
}

function changeAsked(command: Exclude<ChangeCommand, { do: 'changeDrawer' }>): Asked {
  switch (command.do) {
    case 'revoke':
    case 'unrevoke':
      return { path: pathOf(command.till, command.do), body: { why: command.why } };
    case 'rename':
      return { path: pathOf(command.till, 'name'), body: { name: command.name } };
    case 'assignDrawer':
      return { path: pathOf(command.till, 'drawer'), body: { drawer: command.drawer } };
  }
}

function pathOf(till: string, what: string): string {
  return `/tills/${encodeURIComponent(till)}/${what}`;
}

function failureOf(error: Error | null): TillsFailure | null {
  if (error === null) return null;
  const trouble = troubleOf(error);
  if (trouble.is === 'outage') return 'outage';
  return trouble.code === 'already-done' ? 'alreadyDone' : 'other';
}
