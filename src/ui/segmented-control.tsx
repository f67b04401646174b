/** A choice among a few that are all in sight. Radio buttons underneath, so arrow keys and screen readers know it. */
import { useId, type ReactNode } from 'react';
import { classNames } from './class-names.ts';
import { VisuallyHidden } from './visually-hidden.tsx';
import './segmented-control.css';

export interface SegmentedOption<Value extends string> {
  readonly value: Value;
  readonly label: ReactNode;
  /** A few smaller words below: *terminal beside the till*. */
  readonly detail?: ReactNode;
  readonly isDisabled?: boolean | undefined;
}

export interface SegmentedControlProps<Value extends string> {
  /** Names the choice; read aloud only. */
  readonly label: string;
  readonly options: readonly SegmentedOption<Value>[];
  readonly value: Value | null;
  readonly onChange: (value: Value) => void;
  /** `chips` scroll sideways, for categories; `joined` is one control; `cards` are separate and tall, for ways to pay. Joined unless told. */
  readonly look?: 'joined' | 'chips' | 'cards' | undefined;
  readonly className?: string | undefined;
}

export function SegmentedControl<Value extends string>(props: SegmentedControlProps<Value>) {
  const { label, options, value, onChange, look = 'joined', className } = props;
  const name = useId();
  return (
    <fieldset className={classNames('segmented', className)} data-look={look}>
      <legend>
        <VisuallyHidden>{label}</VisuallyHidden>
      </legend>
      {options.map((option) => (
        <label key={option.value} className="segmented-option">
          <input
            type="radio"
            name={name}
            value={option.value}
            checked={option.value === value}
            disabled={option.isDisabled}
            onChange={() => onChange(option.value)}
          />
          <span>
            {option.label}
            {option.detail !== undefined && <small>{option.detail}</small>}
          </span>
        </label>
      ))}
    </fieldset>
  );
}
