/** The manager's side: who is signed in decides what is seen. Reads the server only. */
import { QueryClientProvider } from '@tanstack/react-query';
import { useState } from 'react';
import { Router } from 'wouter';
import { ErrorBoundary } from '../ui/error-boundary.tsx';
import { makeQueryClient } from './ask/make-query-client.ts';
import { BrokenOffice } from './broken-office.tsx';
import { OfficeDoor } from './office-door.tsx';
import './office.css';

export function Office() {
  const [client] = useState(makeQueryClient);
  return (
    <ErrorBoundary fallback={({ retry }) => <BrokenOffice onRetry={retry} />}>
      <QueryClientProvider client={client}>
        <Router base="/office">
          <OfficeDoor />
        </Router>
      </QueryClientProvider>
    </ErrorBoundary>
  );
}
