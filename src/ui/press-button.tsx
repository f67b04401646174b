/** The plain button below every button of ours: pressed by finger, key or screen reader, and deaf while its press is carried out. */
import type { ButtonHTMLAttributes } from 'react';

interface PressButtonProps extends Omit<ButtonHTMLAttributes<HTMLButtonElement>, 'disabled' | 'onClick'> {
  readonly onPress?: (() => void) | undefined;
  readonly isDisabled?: boolean | undefined;
  /** Keeps the focus, unlike a button that is off. */
  readonly isPending?: boolean | undefined;
}

export function PressButton({
  onPress,
  isDisabled = false,
  isPending = false,
  type = 'button',
  ...rest
}: PressButtonProps) {
  return (
    <button
      {...rest}
      // Enter in a form presses its submit button: while that waits there is none.
      type={isPending ? 'button' : type}
      disabled={isDisabled}
      aria-disabled={isPending || undefined}
      onClick={() => {
        if (!isPending) onPress?.();
      }}
    />
  );
}
