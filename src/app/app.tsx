/** The routes: the office under /office, the till everywhere else. */
import { lazy, Suspense } from 'react';
import { Route, Switch } from 'wouter';
import { ErrorBoundary } from './error-boundary.tsx';
import { Starting } from './starting.tsx';

const TillApp = lazy(async () => ({ default: (await import('./till-app.tsx')).TillApp }));
const Office = lazy(async () => ({ default: (await import('../office/office.tsx')).Office }));

export function App() {
  return (
    <ErrorBoundary>
      <Suspense fallback={<Starting />}>
        <Switch>
          <Route path="/office/*?" component={Office} />
          <Route component={TillApp} />
        </Switch>
      </Suspense>
    </ErrorBoundary>
  );
}
