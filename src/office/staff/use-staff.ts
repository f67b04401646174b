/** The people of the business and what a manager can do about them; one dialog is open at a time. */
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import {
  accountGivenSchema,
  personChangedSchema,
  type AccountGiven,
  type PersonChanged,
  type PersonRow,
  type PersonWords,
} from '../../protocol/staff-messages.ts';
import { useToast } from '../../ui/toast-context.ts';
import { askPeople } from '../ask/ask-people.ts';
import { troubleOf } from '../ask/office-trouble.ts';
import { staffQuery } from '../ask/staff-query.ts';
import { staffWords as words } from './staff-words.ts';

export type StaffDialog =
  | { readonly is: 'none' }
  | { readonly is: 'adding' }
  | { readonly is: 'person'; readonly person: PersonRow }
  | { readonly is: 'pin'; readonly name: string; readonly pin: string }
  | { readonly is: 'password'; readonly given: AccountGiven };

export type StaffAct =
  | { readonly do: 'add'; readonly after: PersonWords }
  | { readonly do: 'change'; readonly person: PersonRow; readonly after: PersonWords }
  | { readonly do: 'end' | 'back' | 'pin'; readonly person: PersonRow };

export type StaffFailure = keyof typeof words.failed;

const CLOSED: StaffDialog = { is: 'none' };

export function useStaff() {
  const client = useQueryClient();
  const toast = useToast();
  const [dialog, setDialog] = useState<StaffDialog>(CLOSED);
  const onSettled = () => client.invalidateQueries({ queryKey: staffQuery.queryKey });
  const undoing = useMutation({
    mutationFn: carryOut,
    onSuccess: () => toast.show({ words: words.said.undone }),
    onError: () => toast.show({ words: words.said.notUndone }),
    onSettled,
  });
  const acting = useMutation({
    mutationFn: carryOut,
    onSuccess: ({ person, pin }, act) => {
      setDialog(pin === null ? CLOSED : { is: 'pin', name: person.name, pin });
      const undo = undoOf(act, person);
      if (undo === null || pin !== null) return;
      const action = { label: words.undo, onPress: () => undoing.mutate(undo) };
      toast.show({ words: saidOf(act, person), action });
    },
    onSettled,
  });
  const giving = useMutation({
    mutationFn: ({ person, email }: { person: PersonRow; email: string }) =>
      askPeople({ path: pathOf(person, 'account'), body: { email }, answer: accountGivenSchema }),
    onSuccess: (given) => setDialog({ is: 'password', given }),
    onSettled,
  });
  return {
    staff: useQuery(staffQuery),
    dialog,
    open: (wanted: StaffDialog) => {
      acting.reset();
      giving.reset();
      setDialog(wanted);
    },
    close: () => setDialog(CLOSED),
    act: (act: StaffAct) => {
      giving.reset();
      acting.mutate(act);
    },
    giveAccount: (person: PersonRow, email: string) => {
      acting.reset();
      giving.mutate({ person, email });
    },
    isWorking: acting.isPending || giving.isPending,
    failure: failureOf(acting.error, acting.variables?.do ?? 'change') ?? failureOf(giving.error, 'account'),
  };
}

export type StaffDesk = ReturnType<typeof useStaff>;

function carryOut(act: StaffAct): Promise<PersonChanged> {
  const answer = personChangedSchema;
  if (act.do === 'add') return askPeople({ path: '/staff', body: { ...act.after }, answer });
  if (act.do !== 'change') return askPeople({ path: pathOf(act.person, act.do), body: {}, answer });
  const { person, after } = act;
  const before = { name: person.name, role: person.role };
  return askPeople({ path: pathOf(person), body: { before, after }, answer });
}

/** What takes it back; null where nothing does, as a PIN that was told. */
function undoOf(act: StaffAct, person: PersonRow): StaffAct | null {
  switch (act.do) {
    case 'change':
      return { do: 'change', person, after: { name: act.person.name, role: act.person.role } };
    case 'end':
      return { do: 'back', person };
    case 'back':
      return { do: 'end', person };
    case 'add':
    case 'pin':
      return null;
  }
}

function saidOf(act: StaffAct, { name }: PersonRow): string {
  if (act.do === 'end') return words.said.ended(name);
  return act.do === 'back' ? words.said.back(name) : words.said.changed(name);
}

function pathOf({ id }: PersonRow, act?: string): string {
  const path = `/staff/${encodeURIComponent(id)}`;
  return act === undefined ? path : `${path}/${act}`;
}

/** What a refusal means depends on what was asked. */
function failureOf(error: Error | null, asked: StaffAct['do'] | 'account'): StaffFailure | null {
  if (error === null) return null;
  const trouble = troubleOf(error);
  if (trouble.is === 'outage') return 'outage';
  const { code } = trouble;
  if (code === 'changed-meanwhile') return code;
  const names = asked === 'add' || asked === 'change' || asked === 'account';
  if (code === 'already-done') return names ? 'name-taken' : code;
  if (asked === 'back' && code === 'input-invalid') return 'name-taken';
  if (code === 'not-permitted') return asked === 'add' || asked === 'back' ? 'list-full' : code;
  return 'other';
}
