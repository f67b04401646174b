/** The two faces: the office under /office, the till everywhere else. The way between them loads a page. */
import { useEffect, useState, type ComponentType } from 'react';
import { ErrorBoundary } from '../ui/error-boundary.tsx';
import { BrokenScreen } from './broken-screen.tsx';
import type { AroundTill } from './around-till.ts';
import { Starting } from './starting.tsx';

type Face = ComponentType<AroundTill>;

/** Asked for before anything is drawn. */
const face = loadFace();

export function App(props: AroundTill) {
  return (
    <ErrorBoundary fallback={({ error }) => <BrokenScreen error={error} fresh={props.fresh} />}>
      <LoadedFace {...props} />
    </ErrorBoundary>
  );
}

/** Not by Suspense: what it showed once stays for 300 ms, and a till that starts has no such time. */
function LoadedFace(props: AroundTill) {
  const [Loaded, setLoaded] = useState<Face | null>(null);
  useEffect(() => {
    face.then(
      (next) => setLoaded(() => next),
      (error: unknown) => {
        // The error boundary shows it.
        setLoaded(() => {
          throw error;
        });
      },
    );
  }, []);
  return Loaded === null ? <Starting /> : <Loaded {...props} />;
}

async function loadFace(): Promise<Face> {
  return isOffice(location.pathname)
    ? (await import('./office-app.tsx')).OfficeApp
    : (await import('./till-app.tsx')).TillApp;
}

function isOffice(path: string): boolean {
  return path === '/office' || path.startsWith('/office/');
}
