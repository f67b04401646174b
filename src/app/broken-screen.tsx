/** What shows when a screen stopped working: words and a way on; nothing that was saved is touched. */
import { useEffect } from 'react';
import { Button } from '../ui/button.tsx';
import { CalmScreen } from '../ui/calm-screen.tsx';
import type { FreshApp } from './keep-fresh.ts';

interface BrokenScreenProps {
  readonly error: unknown;
  readonly fresh: FreshApp;
}

export function BrokenScreen({ error, fresh }: BrokenScreenProps) {
  // A version that repairs this must not wait for it.
  useEffect(() => fresh.reportIdle(true), [fresh]);
  return (
    <CalmScreen
      title="This screen stopped working"
      icon="warning"
      tone="person"
      detail={error instanceof Error ? error.message : String(error)}
      actions={
        <>
          <Button variant="go" size="large" onPress={() => location.reload()}>
            Start again
          </Button>
          <Button variant="quiet" size="large" onPress={() => location.assign('/rescue.html')}>
            Open rescue
          </Button>
        </>
      }
    >
      Everything that was saved on this device is still here. If this comes back, tell a manager.
    </CalmScreen>
  );
}
