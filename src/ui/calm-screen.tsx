/** A whole screen that says one thing and offers what to do: while starting, when something broke, when another window is open. */
import type { ReactNode } from 'react';
import { Icon, type IconName } from './icon.tsx';
import { Mark } from './mark.tsx';
import type { Tone } from './tone.ts';
import './calm-screen.css';

export interface CalmScreenProps {
  readonly title: ReactNode;
  readonly children?: ReactNode;
  readonly actions?: ReactNode;
  /** The mark unless told. */
  readonly icon?: IconName | undefined;
  readonly tone?: Tone | undefined;
  /** Small print for whoever is called to help. */
  readonly detail?: ReactNode;
}

export function CalmScreen({ title, children, actions, icon, tone = 'neutral', detail }: CalmScreenProps) {
  return (
    <main className="calm-screen" data-tone={tone}>
      {icon === undefined ? (
        <Mark size={64} />
      ) : (
        <span className="calm-screen-icon">
          <Icon name={icon} size={34} />
        </span>
      )}
      <h1>{title}</h1>
      {children !== undefined && <div className="calm-screen-words">{children}</div>}
      {actions !== undefined && <div className="calm-screen-actions">{actions}</div>}
      {detail !== undefined && <div className="calm-screen-detail">{detail}</div>}
    </main>
  );
}
