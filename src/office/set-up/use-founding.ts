/** Founding a business: what is typed, and what became of it. */
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { PASSWORD_LENGTH_MIN } from '../../protocol/account-messages.ts';
import {
  foundedSchema,
  type Country,
  type FoundBusiness,
  type Founded,
} from '../../protocol/set-up-messages.ts';
import { askPeople } from '../ask/ask-people.ts';
import { troubleOf } from '../ask/office-trouble.ts';
import { setUpWords } from './set-up-words.ts';

export type FoundingFailure = keyof typeof setUpWords.found.failed;

export function useFounding() {
  const [draft, setDraft] = useState<FoundBusiness>(() => ({
    code: codeOfAddress(),
    business: '',
    owner: '',
    email: '',
    password: '',
    country: countryOf(globalThis.navigator.languages),
  }));
  const [isAsked, setAsked] = useState(false);
  const founding = useMutation({
    mutationFn: (body: FoundBusiness): Promise<Founded> =>
      askPeople({ path: '/set-up/found', body: { ...body }, answer: foundedSchema }),
    onSuccess: forgetCode,
  });
  const passwordIsWeak =
    draft.password.length < PASSWORD_LENGTH_MIN ||
    draft.password.toLowerCase() === draft.email.trim().toLowerCase();
  return {
    draft,
    change: (part: Partial<FoundBusiness>) => setDraft({ ...draft, ...part }),
    passwordIsWeak: isAsked && passwordIsWeak,
    submit: () => {
      setAsked(true);
      if (!passwordIsWeak && !founding.isPending) founding.mutate(draft);
    },
    isPending: founding.isPending,
    failure: failureOf(founding.error),
    founded: founding.data ?? null,
  };
}

/** The start prints an address that ends with the code; what follows `#` is sent to no server. */
function codeOfAddress(): string {
  return decodeURIComponent(globalThis.location.hash.slice(1));
}

/** It works no more, and whoever sits down here next need not see it. */
function forgetCode(): void {
  const { pathname, search } = globalThis.location;
  globalThis.history.replaceState(globalThis.history.state, '', pathname + search);
}

const COUNTRY_OF_LANGUAGE: Readonly<Record<string, Country>> = {
  'en-ie': 'IE',
  'de-at': 'AT',
  'de-ch': 'CH',
  'fr-ch': 'CH',
  'nl-be': 'BE',
  'fr-be': 'BE',
  de: 'DE',
  fr: 'FR',
  nl: 'NL',
};

/** A guess, to be looked over. @param languages BCP 47, the dearest first */
function countryOf(languages: readonly string[]): Country {
  const tag = languages[0]?.toLowerCase() ?? '';
  return COUNTRY_OF_LANGUAGE[tag] ?? COUNTRY_OF_LANGUAGE[tag.split('-')[0] ?? ''] ?? 'GB';
}

function failureOf(error: Error | null): FoundingFailure | null {
  if (error === null) return null;
  const trouble = troubleOf(error);
  if (trouble.is === 'outage') return 'outage';
  return isFailure(trouble.code) ? trouble.code : 'other';
}

function isFailure(code: string): code is FoundingFailure {
  return Object.hasOwn(setUpWords.found.failed, code);
}
