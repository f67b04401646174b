/** A button that shows only an icon; its name is read aloud. */
import { classNames } from './class-names.ts';
import { Icon, type IconName } from './icon.tsx';
import { PressButton } from './press-button.tsx';
import './icon-button.css';

export interface IconButtonProps {
  readonly icon: IconName;
  readonly label: string;
  readonly onPress?: (() => void) | undefined;
  /** `plain` unless told. */
  readonly variant?: 'plain' | 'quiet' | 'sheet' | undefined;
  /** small 44, medium 52, large 64. */
  readonly size?: 'small' | 'medium' | 'large' | undefined;
  readonly isDisabled?: boolean | undefined;
  readonly className?: string | undefined;
}

export function IconButton({
  icon,
  label,
  onPress,
  variant = 'plain',
  size = 'medium',
  isDisabled = false,
  className,
}: IconButtonProps) {
  return (
    <PressButton
      className={classNames('icon-button', className)}
      data-variant={variant}
      data-size={size}
      aria-label={label}
      isDisabled={isDisabled}
      onPress={onPress}
    >
      <Icon name={icon} size={size === 'large' ? 28 : 24} />
    </PressButton>
  );
}
