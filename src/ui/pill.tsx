/** One state in a few words, such as the till's status. It is a button when something lies behind it. */
import type { ReactNode } from 'react';
import { classNames } from './class-names.ts';
import { Icon, type IconName } from './icon.tsx';
import { PressButton } from './press-button.tsx';
import type { Tone } from './tone.ts';
import './pill.css';

export interface PillProps {
  readonly children: ReactNode;
  readonly tone?: Tone | undefined;
  readonly icon?: IconName | undefined;
  readonly onPress?: (() => void) | undefined;
  readonly className?: string | undefined;
  /** What a screen reader says instead, when the words alone are too short. */
  readonly 'aria-label'?: string | undefined;
}

export function Pill({
  children,
  tone = 'neutral',
  icon,
  onPress,
  className,
  'aria-label': label,
}: PillProps) {
  const inside = (
    <>
      {icon !== undefined && <Icon name={icon} size={20} />}
      <span className="pill-words">{children}</span>
    </>
  );
  const classes = classNames('pill', className);
  if (onPress === undefined) {
    return (
      <span className={classes} data-tone={tone}>
        {inside}
      </span>
    );
  }
  return (
    <PressButton className={classes} data-tone={tone} aria-label={label} onPress={onPress}>
      {inside}
    </PressButton>
  );
}
