/** Digits under a thumb. It says which key was pressed; `pressKey` says what that means. */
import type { ReactNode } from 'react';
import { classNames } from './class-names.ts';
import { Icon } from './icon.tsx';
import type { KeypadKey } from './keypad-digits.ts';
import { useUiLanguage } from './ui-language.ts';
import './keypad.css';

export interface KeypadProps {
  readonly onKey: (key: KeypadKey) => void;
  /** The key left of zero: `00` for money, `clear` or nothing for a PIN. Nothing unless told. */
  readonly corner?: '00' | 'clear' | 'empty' | undefined;
  readonly isDisabled?: boolean | undefined;
  /** Fills the height of its place instead of taking its own. */
  readonly fillsHeight?: boolean | undefined;
  /** On a white sheet the keys are paper, on paper they are white. `sheet` unless told. */
  readonly ground?: 'sheet' | 'paper' | undefined;
  readonly className?: string | undefined;
  readonly 'aria-label'?: string | undefined;
}

export function Keypad(props: KeypadProps) {
  const { corner = 'empty', fillsHeight = false, ground = 'sheet', className, 'aria-label': label } = props;
  const { words } = useUiLanguage();
  const key = (name: KeypadKey, inside?: ReactNode, keyLabel?: string) => (
    <Key key={name} name={name} label={keyLabel} onKey={props.onKey} isDisabled={props.isDisabled ?? false}>
      {inside ?? name}
    </Key>
  );
  return (
    <div
      className={classNames('keypad', className)}
      data-fills={fillsHeight || undefined}
      data-ground={ground}
      role="group"
      aria-label={label ?? words.keypad}
      dir="ltr"
    >
      {NINE.map((digit) => key(digit))}
      {corner === 'empty' ? <span /> : corner === '00' ? key('00') : key('clear', 'C', words.clear)}
      {key('0')}
      {key('backspace', <Icon name="backspace" size={30} />, words.deleteLastDigit)}
    </div>
  );
}

const NINE = ['1', '2', '3', '4', '5', '6', '7', '8', '9'] as const;

interface KeyProps {
  readonly name: KeypadKey;
  readonly label: string | undefined;
  readonly isDisabled: boolean;
  readonly onKey: (key: KeypadKey) => void;
  readonly children: ReactNode;
}

/**
 * A key acts when the finger comes down, not when it leaves: two thumbs overlap, and a browser makes no click of the second
 * finger, so digits would be lost. A click without a pointer (`detail` 0) is a keyboard or a screen reader.
 */
function Key({ name, label, isDisabled, onKey, children }: KeyProps) {
  return (
    <button
      type="button"
      className="keypad-key"
      data-key={name}
      aria-label={label}
      disabled={isDisabled}
      onPointerDown={(event) => {
        if (event.button === 0) onKey(name);
      }}
      onClick={(event) => {
        if (event.detail === 0) onKey(name);
      }}
    >
      {children}
    </button>
  );
}
