/** Catches what broke while a screen was drawn and shows a calm screen in its place. The words come from outside: only they know what is safe. */
import { Component, type ErrorInfo, type ReactNode } from 'react';

export interface ErrorBoundaryProps {
  readonly children: ReactNode;
  /** Drawn in place of the broken screen; `retry` draws the screen anew. See `CalmScreen`. */
  readonly fallback: (broken: { readonly error: unknown; readonly retry: () => void }) => ReactNode;
  readonly onError?: ((error: unknown, info: ErrorInfo) => void) | undefined;
}

type State = { readonly is: 'well' } | { readonly is: 'broken'; readonly error: unknown };

export class ErrorBoundary extends Component<ErrorBoundaryProps, State> {
  override readonly state: State = { is: 'well' };

  static getDerivedStateFromError(error: unknown): State {
    return { is: 'broken', error };
  }

  override componentDidCatch(error: unknown, info: ErrorInfo): void {
    this.props.onError?.(error, info);
  }

  private readonly retry = (): void => {
    this.setState({ is: 'well' });
  };

  override render(): ReactNode {
    if (this.state.is === 'well') return this.props.children;
    return this.props.fallback({ error: this.state.error, retry: this.retry });
  }
}
