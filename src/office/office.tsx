/** The manager's side: who is signed in decides what is seen. Reads the server only. */
import { QueryClientProvider } from '@tanstack/react-query';
import { useState } from 'react';
import { Router } from 'wouter';
import { ErrorBoundary } from '../ui/error-boundary.tsx';
import { makeQueryClient } from './ask/make-query-client.ts';
import { BrokenOffice } from './broken-office.tsx';
import { OfficeDoor } from './office-door.tsx';
import { JournalReaderContext, type JournalReader } from './tills/journal-reader.ts';
import './office.css';

export interface OfficeProps {
  readonly journalReader: JournalReader;
}

export function Office({ journalReader }: OfficeProps) {
  const [client] = useState(makeQueryClient);
  return (
    <ErrorBoundary fallback={({ retry }) => <BrokenOffice onRetry={retry} />}>
      <QueryClientProvider client={client}>
        <JournalReaderContext value={journalReader}>
          <Router base="/office">
            <OfficeDoor />
          </Router>
        </JournalReaderContext>
      </QueryClientProvider>
    </ErrorBoundary>
  );
}
