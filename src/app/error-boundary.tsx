/** The last net under the screens: a bug shows words and a way on, and nothing saved is touched. */
import { Component } from 'react';
import type { ReactNode } from 'react';
import { Button } from '../ui/button.tsx';
import { Notice } from './notice.tsx';

type State = { readonly is: 'fine' } | { readonly is: 'broken'; readonly message: string };

export class ErrorBoundary extends Component<{ readonly children: ReactNode }, State> {
  override state: State = { is: 'fine' };

  static getDerivedStateFromError(error: unknown): State {
    return { is: 'broken', message: error instanceof Error ? error.message : String(error) };
  }

  override render(): ReactNode {
    return this.state.is === 'fine' ? this.props.children : <Broken message={this.state.message} />;
  }
}

function Broken({ message }: { readonly message: string }) {
  return (
    <Notice
      icon="warning"
      title="This screen stopped working"
      actions={<Button onPress={() => location.reload()}>Start again</Button>}
    >
      <p>Everything that was saved on this device is still there. If this comes back, tell a manager.</p>
      <p>
        <small>{message}</small>
      </p>
    </Notice>
  );
}
