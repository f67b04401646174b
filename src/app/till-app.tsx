/** The till's side of the app: shows where the boot stands, and the till once it runs. */
import { useEffect, useState } from 'react';
import { flushSync } from 'react-dom';
import { Till } from '../till/till.tsx';
import { Button } from '../ui/button.tsx';
import { CalmScreen } from '../ui/calm-screen.tsx';
import { bootTill, type BootState } from './boot-till.ts';
import type { AroundTill } from './around-till.ts';
import { Starting } from './starting.tsx';

export function TillApp(props: AroundTill) {
  return isSecureContext ? <BootedTill {...props} /> : <InsecureScreen />;
}

function BootedTill(props: AroundTill) {
  const state = useBoot(props);
  switch (state.is) {
    case 'starting':
      return <Starting />;
    case 'elsewhere':
      return <ElsewhereScreen onUseHere={state.useHere} />;
    case 'databaseStuck':
      return <DatabaseStuckScreen detail={state.detail} onRetry={state.retry} />;
    case 'running':
      return <Till ports={state.ports} />;
  }
}

function useBoot({ fresh, install }: AroundTill): BootState {
  const [state, setState] = useState<BootState>({ is: 'starting' });
  // The lock, the database and the loop that sends live outside React.
  useEffect(() => {
    const leaving = new AbortController();
    void bootTill({
      show: (next) => {
        flushSync(() => setState(next));
        // Once it runs, the till itself knows.
        if (next.is !== 'running') fresh.reportIdle(true);
        if (next.is === 'elsewhere' || next.is === 'databaseStuck') fresh.proveStart();
      },
      fresh,
      install,
      signal: leaving.signal,
    }).catch((error: unknown) => {
      // What cannot be handled here is a bug: the error boundary shows it.
      setState(() => {
        throw error;
      });
    });
    return () => leaving.abort();
  }, [fresh, install]);
  return state;
}

function ElsewhereScreen({ onUseHere }: { readonly onUseHere: () => void }) {
  const [isAsked, setAsked] = useState(false);
  const ask = () => {
    setAsked(true);
    onUseHere();
  };
  return (
    <CalmScreen
      title="This till is open in another window"
      icon="tablet"
      actions={
        <Button variant="go" size="large" isPending={isAsked} onPress={ask}>
          Use here
        </Button>
      }
    >
      One window sells at a time. The basket comes with you.
    </CalmScreen>
  );
}

function DatabaseStuckScreen({ detail, onRetry }: { readonly detail: string; readonly onRetry: () => void }) {
  return (
    <CalmScreen
      title="This tablet’s storage does not answer"
      icon="warning"
      tone="person"
      detail={detail === 'overLimit' ? undefined : detail}
      actions={
        <>
          <Button variant="go" size="large" onPress={onRetry}>
            Try again
          </Button>
          <Button variant="quiet" size="large" onPress={() => location.assign('/rescue.html')}>
            Open rescue
          </Button>
        </>
      }
    >
      If trying again does not help, restart the tablet. Do not delete the app or its data: the sales saved on
      this device are kept there.
    </CalmScreen>
  );
}

function InsecureScreen() {
  return (
    <CalmScreen title="This address is not secure" icon="lock">
      A till keeps its keys only under an address that starts with https. Ask a manager for it.
    </CalmScreen>
  );
}
