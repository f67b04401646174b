/** Signing in: what is typed, and what became of the last try. */
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { meSchema } from '../../protocol/people-messages.ts';
import { askPeople } from '../ask/ask-people.ts';
import { meQuery } from '../ask/me-query.ts';
import { troubleOf } from '../ask/office-trouble.ts';

export type SignInFailure = 'wrong' | 'tooManyTries' | 'notPermitted' | 'down';

export interface SignIn {
  readonly email: string;
  readonly password: string;
  readonly typeEmail: (email: string) => void;
  readonly typePassword: (password: string) => void;
  /** What the form holds: a browser may have filled it in without a key being pressed. */
  readonly submit: (form: FormData) => void;
  readonly isPending: boolean;
  readonly failure: SignInFailure | null;
}

export function useSignIn(): SignIn {
  const client = useQueryClient();
  const [email, typeEmail] = useState('');
  const [password, typePassword] = useState('');
  const attempt = useMutation({
    mutationFn: (body: { email: string; password: string }) =>
      askPeople({ path: '/sign-in', body, answer: meSchema }),
    onSuccess: (me) => client.setQueryData(meQuery.queryKey, me),
  });
  return {
    email,
    password,
    typeEmail,
    typePassword,
    submit: (form) => {
      if (!attempt.isPending)
        attempt.mutate({ email: textOf(form, 'email').trim(), password: textOf(form, 'password') });
    },
    isPending: attempt.isPending,
    failure: attempt.isError ? failureOf(attempt.error) : null,
  };
}

function textOf(form: FormData, name: string): string {
  const value = form.get(name);
  return typeof value === 'string' ? value : '';
}

function failureOf(error: unknown): SignInFailure {
  const trouble = troubleOf(error);
  if (trouble.is === 'outage') return 'down';
  switch (trouble.code) {
    case 'too-many-tries':
      return 'tooManyTries';
    case 'not-permitted':
      return 'notPermitted';
    case 'sign-in-wrong':
    case 'input-invalid':
      return 'wrong';
    default:
      return 'down';
  }
}
