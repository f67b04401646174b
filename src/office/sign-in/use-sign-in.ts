/** Signing in: what is typed, and what became of the last try. */
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { meSchema } from '../../protocol/people-messages.ts';
import { askPeople } from '../ask/ask-people.ts';
import { meQuery } from '../ask/me-query.ts';
import { isDenied, troubleOf } from '../ask/office-trouble.ts';

export type SignInFailure = 'wrong' | 'codeWrong' | 'tooManyTries' | 'notPermitted' | 'down';

export interface SignIn {
  readonly email: string;
  readonly password: string;
  readonly typeEmail: (email: string) => void;
  readonly typePassword: (password: string) => void;
  /** The account has a second factor: its code is asked for as well. */
  readonly asksCode: boolean;
  readonly code: string;
  readonly typeCode: (code: string) => void;
  /** What the form holds: a browser may have filled it in without a key being pressed. */
  readonly submit: (form: FormData) => void;
  readonly isPending: boolean;
  readonly failure: SignInFailure | null;
}

export function useSignIn(): SignIn {
  const client = useQueryClient();
  const [email, typeEmail] = useState('');
  const [password, typePassword] = useState('');
  const [asksCode, setAsksCode] = useState(false);
  const [code, typeCode] = useState('');
  const attempt = useMutation({
    mutationFn: (body: { email: string; password: string; code?: string }) =>
      askPeople({ path: '/sign-in', body, answer: meSchema }),
    onSuccess: (me) => client.setQueryData(meQuery.queryKey, me),
    onError: (error) => {
      if (isDenied(error, 'code-invalid')) setAsksCode(true);
    },
  });
  return {
    email,
    password,
    typeEmail,
    typePassword,
    asksCode,
    code,
    typeCode,
    submit: (form) => {
      if (attempt.isPending) return;
      const typed = textOf(form, 'code').trim();
      attempt.mutate({
        email: textOf(form, 'email').trim(),
        password: textOf(form, 'password'),
        ...(typed === '' ? {} : { code: typed }),
      });
    },
    isPending: attempt.isPending,
    failure: failureAfter(attempt.error, attempt.variables?.code !== undefined),
  };
}

function textOf(form: FormData, name: string): string {
  const value = form.get(name);
  return typeof value === 'string' ? value : '';
}

/** That a code is asked for is no failure of who has not been asked yet. */
function failureAfter(error: Error | null, hadCode: boolean): SignInFailure | null {
  if (error === null || (isDenied(error, 'code-invalid') && !hadCode)) return null;
  return failureOf(error);
}

function failureOf(error: unknown): SignInFailure {
  const trouble = troubleOf(error);
  if (trouble.is === 'outage') return 'down';
  switch (trouble.code) {
    case 'too-many-tries':
      return 'tooManyTries';
    case 'not-permitted':
      return 'notPermitted';
    case 'code-invalid':
      return 'codeWrong';
    case 'sign-in-wrong':
    case 'input-invalid':
      return 'wrong';
    default:
      return 'down';
  }
}
