/** The routes: the office under /office, the till everywhere else. */
import { lazy, Suspense } from 'react';
import { Route, Switch } from 'wouter';
import { ErrorBoundary } from '../ui/error-boundary.tsx';
import { BrokenScreen } from './broken-screen.tsx';
import type { FreshApp } from './keep-fresh.ts';
import { Starting } from './starting.tsx';

const TillApp = lazy(async () => ({ default: (await import('./till-app.tsx')).TillApp }));
const OfficeApp = lazy(async () => ({ default: (await import('./office-app.tsx')).OfficeApp }));

export function App({ fresh }: { readonly fresh: FreshApp }) {
  return (
    <ErrorBoundary fallback={({ error }) => <BrokenScreen error={error} fresh={fresh} />}>
      <Suspense fallback={<Starting />}>
        <Switch>
          <Route path="/office/*?">
            <OfficeApp fresh={fresh} />
          </Route>
          <Route>
            <TillApp fresh={fresh} />
          </Route>
        </Switch>
      </Suspense>
    </ErrorBoundary>
  );
}
