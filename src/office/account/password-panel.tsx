/** The password: another one, by who knows the old one. */
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import {
  doneSchema,
  PASSWORD_LENGTH_MAX,
  PASSWORD_LENGTH_MIN,
  type Account,
} from '../../protocol/account-messages.ts';
import { Button } from '../../ui/button.tsx';
import { Field } from '../../ui/field.tsx';
import { Panel } from '../../ui/panel.tsx';
import { useToast } from '../../ui/toast-context.ts';
import { accountQuery, signInsQuery } from '../ask/account-queries.ts';
import { askPeople } from '../ask/ask-people.ts';
import { useShop } from '../shop-context.ts';
import { AccountTrouble } from './account-trouble.tsx';
import { accountWords } from './account-words.ts';

const words = accountWords.password;

export function PasswordPanel({ account }: { readonly account: Account }) {
  const { format } = useShop();
  const client = useQueryClient();
  const toast = useToast();
  const [old, setOld] = useState('');
  const [wanted, setWanted] = useState('');
  const changing = useMutation({
    mutationFn: (body: { old: string; wanted: string }) =>
      askPeople({ path: '/account/password', body, answer: doneSchema }),
    onSuccess: () => {
      setOld('');
      setWanted('');
      toast.show({ words: words.changed });
      void client.invalidateQueries({ queryKey: accountQuery.queryKey });
      void client.invalidateQueries({ queryKey: signInsQuery.queryKey });
    },
  });
  const isSayable = old !== '' && wanted.length >= PASSWORD_LENGTH_MIN;
  return (
    <Panel title={words.title} note={account.email}>
      <form
        className="account-form"
        onSubmit={(event) => {
          event.preventDefault();
          if (isSayable && !changing.isPending) changing.mutate({ old, wanted });
        }}
      >
        <Field
          label={words.old}
          type="password"
          autoComplete="current-password"
          maxLength={PASSWORD_LENGTH_MAX}
          value={old}
          onChange={setOld}
        />
        <Field
          label={words.wanted}
          description={words.help(format.count(PASSWORD_LENGTH_MIN))}
          type="password"
          autoComplete="new-password"
          maxLength={PASSWORD_LENGTH_MAX}
          value={wanted}
          onChange={setWanted}
        />
        <AccountTrouble error={changing.error} />
        <div>
          <Button type="submit" variant="go" isDisabled={!isSayable} isPending={changing.isPending}>
            {words.go}
          </Button>
        </div>
      </form>
    </Panel>
  );
}
