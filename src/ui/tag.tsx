/** A short label in a row: a till's state, a flag's cause. */
import type { ReactNode } from 'react';
import { Icon, type IconName } from './icon.tsx';
import type { Tone } from './tone.ts';
import './tag.css';

export interface TagProps {
  readonly children: ReactNode;
  readonly tone?: Tone | undefined;
  readonly icon?: IconName | undefined;
}

export function Tag({ children, tone = 'neutral', icon }: TagProps) {
  return (
    <span className="tag" data-tone={tone}>
      {icon !== undefined && <Icon name={icon} size={16} />}
      {children}
    </span>
  );
}
