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
  readonly submit: () => void;
  readonly isComplete: boolean;
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
  const isComplete = email.trim() !== '' && password !== '';
  return {
    email,
    password,
    typeEmail,
    typePassword,
    submit: () => {
      if (isComplete && !attempt.isPending) attempt.mutate({ email: email.trim(), password });
    },
    isComplete,
    isPending: attempt.isPending,
    failure: attempt.isError ? failureOf(attempt.error) : null,
  };
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
