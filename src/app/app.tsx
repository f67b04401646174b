/** The two faces: the office under /office, the till everywhere else. The way between them loads a page. */
import { lazy, Suspense } from 'react';
import { ErrorBoundary } from '../ui/error-boundary.tsx';
import { BrokenScreen } from './broken-screen.tsx';
import type { AroundTill } from './around-till.ts';
import { Starting } from './starting.tsx';

const TillApp = lazy(async () => ({ default: (await import('./till-app.tsx')).TillApp }));
const OfficeApp = lazy(async () => ({ default: (await import('./office-app.tsx')).OfficeApp }));

export function App({ fresh, install }: AroundTill) {
  return (
    <ErrorBoundary fallback={({ error }) => <BrokenScreen error={error} fresh={fresh} />}>
      <Suspense fallback={<Starting />}>
        {isOffice(location.pathname) ? (
          <OfficeApp fresh={fresh} />
        ) : (
          <TillApp fresh={fresh} install={install} />
        )}
      </Suspense>
    </ErrorBoundary>
  );
}

function isOffice(path: string): boolean {
  return path === '/office' || path.startsWith('/office/');
}
