/** The manager's side: who is signed in decides what is seen. Reads the server only. */
import { defaultShouldDehydrateQuery, type QueryClient } from '@tanstack/react-query';
import {
  PersistQueryClientProvider,
  type PersistQueryClientOptions,
} from '@tanstack/react-query-persist-client';
import { useEffect, useState } from 'react';
import { Router } from 'wouter';
import { ErrorBoundary } from '../ui/error-boundary.tsx';
import { GERMAN } from '../ui/german.ts';
import { ENGLISH, UiLanguageContext, type UiLanguage } from '../ui/ui-language.ts';
import { forgetAtSignOut } from './ask/forget-at-sign-out.ts';
import { KEPT_MS_MAX, KEPT_VERSION, makeKeptReads } from './ask/kept-reads.ts';
import { makeQueryClient } from './ask/make-query-client.ts';
import { BrokenOffice } from './broken-office.tsx';
import { OfficeDoor } from './office-door.tsx';
import { JournalReaderContext, type JournalReader } from './tills/journal-reader.ts';
import { OFFICE_LANGUAGE, type OfficeLanguage } from './words/spoken.ts';
import './office.css';

export interface OfficeProps {
  readonly journalReader: JournalReader;
}

const UI: Readonly<Record<OfficeLanguage, UiLanguage>> = { en: ENGLISH, de: GERMAN };

export function Office({ journalReader }: OfficeProps) {
  const [{ client, persistOptions }] = useState(makeReads);
  useEffect(() => {
    document.documentElement.lang = OFFICE_LANGUAGE;
  }, []);
  return (
    <ErrorBoundary fallback={({ retry }) => <BrokenOffice onRetry={retry} />}>
      <PersistQueryClientProvider client={client} persistOptions={persistOptions}>
        <JournalReaderContext value={journalReader}>
          <UiLanguageContext value={UI[OFFICE_LANGUAGE]}>
            <Router base="/office">
              <OfficeDoor />
            </Router>
          </UiLanguageContext>
        </JournalReaderContext>
      </PersistQueryClientProvider>
    </ErrorBoundary>
  );
}

interface Reads {
  readonly client: QueryClient;
  readonly persistOptions: Omit<PersistQueryClientOptions, 'queryClient'>;
}

/** Reads only: what a manager changes is sent while they look, or not at all. */
function makeReads(): Reads {
  const client = makeQueryClient();
  const persister = makeKeptReads();
  forgetAtSignOut(client, persister.removeClient);
  const dehydrateOptions = {
    shouldDehydrateQuery: defaultShouldDehydrateQuery,
    shouldDehydrateMutation: () => false,
  };
  return {
    client,
    persistOptions: { persister, maxAge: KEPT_MS_MAX, buster: KEPT_VERSION, dehydrateOptions },
  };
}
