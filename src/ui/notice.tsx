/** A sentence that matters on this screen now, in the colour of what it asks for, with at most one thing to do about it. */
import type { ReactNode } from 'react';
import { classNames } from './class-names.ts';
import { Icon, type IconName } from './icon.tsx';
import type { Tone } from './tone.ts';
import './notice.css';

export interface NoticeProps {
  readonly children: ReactNode;
  readonly title?: ReactNode;
  readonly tone?: Tone | undefined;
  /** The tone's own icon unless told. */
  readonly icon?: IconName | undefined;
  readonly action?: ReactNode;
  /** It appears while someone works and is read out: *status* when there is time, *alert* at once. */
  readonly role?: 'status' | 'alert' | undefined;
  readonly className?: string | undefined;
}

export function Notice({ children, title, tone = 'neutral', icon, action, role, className }: NoticeProps) {
  return (
    <div
      className={classNames('notice', className)}
      data-tone={tone}
      data-titled={title !== undefined || undefined}
      role={role}
    >
      <Icon name={icon ?? TONE_ICON[tone]} size={24} />
      <div className="notice-words">
        {title !== undefined && <p className="notice-title">{title}</p>}
        <div>{children}</div>
      </div>
      {action !== undefined && <div className="notice-action">{action}</div>}
    </div>
  );
}

const TONE_ICON: Readonly<Record<Tone, IconName>> = {
  neutral: 'info',
  go: 'check',
  here: 'tablet',
  mind: 'clock',
  person: 'warning',
};
