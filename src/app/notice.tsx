/** A full-screen message in plain words, with at most a few things to press. */
import type { ReactNode } from 'react';
import { Icon } from '../ui/icon.tsx';

export interface NoticeProps {
  readonly icon: 'info' | 'warning' | 'tablet' | 'lock';
  readonly title: string;
  readonly children: ReactNode;
  readonly actions?: ReactNode;
}

export function Notice({ icon, title, children, actions }: NoticeProps) {
  return (
    <main className="app-notice">
      <Icon name={icon} size={48} />
      <h1>{title}</h1>
      {children}
      {actions === undefined ? null : <div className="app-notice-actions">{actions}</div>}
    </main>
  );
}
