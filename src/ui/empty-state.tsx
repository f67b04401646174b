/** What stands where nothing is yet: why it is empty and what to do, never a blank. */
import type { ReactNode } from 'react';
import { classNames } from './class-names.ts';
import { Icon, type IconName } from './icon.tsx';
import './empty-state.css';

export interface EmptyStateProps {
  readonly icon: IconName;
  readonly title: ReactNode;
  readonly children?: ReactNode;
  readonly action?: ReactNode;
  readonly className?: string | undefined;
}

export function EmptyState({ icon, title, children, action, className }: EmptyStateProps) {
  return (
    <div className={classNames('empty-state', className)}>
      <span className="empty-state-icon">
        <Icon name={icon} size={32} />
      </span>
      <p className="empty-state-title">{title}</p>
      {children !== undefined && <div className="empty-state-words">{children}</div>}
      {action}
    </div>
  );
}
