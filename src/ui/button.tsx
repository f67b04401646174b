/** A button with words. `go` is the one green thing to press on a screen; `person` is for what only a person should decide. */
import type { ReactNode } from 'react';
import { classNames } from './class-names.ts';
import { Icon, type IconName } from './icon.tsx';
import { PressButton } from './press-button.tsx';
import { Spinner } from './spinner.tsx';
import './button.css';

export interface ButtonProps {
  readonly children: ReactNode;
  readonly onPress?: (() => void) | undefined;
  /** `quiet` unless told. `soft` is a green offer of which there may be several, such as the sums people hand over. */
  readonly variant?: 'go' | 'soft' | 'quiet' | 'plain' | 'person' | undefined;
  /** Least heights: small 40 (44 under a finger), medium 52, large 64, charge 84 (less on low screens). */
  readonly size?: 'small' | 'medium' | 'large' | 'charge' | undefined;
  readonly icon?: IconName | undefined;
  /** As wide as its place. */
  readonly isWide?: boolean | undefined;
  readonly isDisabled?: boolean | undefined;
  /** Shows that the press is being carried out and takes no other. */
  readonly isPending?: boolean | undefined;
  readonly type?: 'button' | 'submit' | undefined;
  readonly autoFocus?: boolean | undefined;
  readonly className?: string | undefined;
  readonly id?: string | undefined;
  readonly 'aria-label'?: string | undefined;
  readonly 'aria-describedby'?: string | undefined;
  readonly 'aria-pressed'?: boolean | undefined;
  readonly 'aria-expanded'?: boolean | undefined;
  readonly 'aria-keyshortcuts'?: string | undefined;
  /** What a mouse that rests on it is told. */
  readonly title?: string | undefined;
}

export function Button({
  children,
  onPress,
  variant = 'quiet',
  size = 'medium',
  icon,
  isWide = false,
  isDisabled = false,
  isPending = false,
  className,
  ...rest
}: ButtonProps) {
  return (
    <PressButton
      {...rest}
      className={classNames('button', className)}
      data-variant={variant}
      data-size={size}
      data-wide={isWide || undefined}
      isDisabled={isDisabled}
      isPending={isPending}
      onPress={onPress}
    >
      {isPending ? <Spinner size={20} /> : icon !== undefined && <Icon name={icon} />}
      {children}
    </PressButton>
  );
}
