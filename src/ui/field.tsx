/** A labelled input with its help and, when something is wrong, what to do about it. */
import {
  useId,
  type HTMLInputAutoCompleteAttribute,
  type HTMLInputTypeAttribute,
  type ReactNode,
  type Ref,
} from 'react';
import { classNames } from './class-names.ts';
import { Icon } from './icon.tsx';
import './field.css';

export interface FieldProps {
  readonly label: ReactNode;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly description?: ReactNode;
  /** A sentence a person can act on; marks the input as wrong. */
  readonly error?: ReactNode;
  readonly type?: HTMLInputTypeAttribute | undefined;
  readonly inputMode?: 'text' | 'numeric' | 'decimal' | 'email' | 'none' | undefined;
  readonly autoComplete?: HTMLInputAutoCompleteAttribute | undefined;
  readonly autoCapitalize?: 'none' | 'characters' | 'words' | undefined;
  readonly name?: string | undefined;
  readonly placeholder?: string | undefined;
  readonly maxLength?: number | undefined;
  readonly isRequired?: boolean | undefined;
  readonly isDisabled?: boolean | undefined;
  readonly autoFocus?: boolean | undefined;
  readonly ref?: Ref<HTMLInputElement> | undefined;
  readonly className?: string | undefined;
}

export function Field({
  label,
  value,
  onChange,
  description,
  error,
  isRequired,
  isDisabled,
  className,
  ...input
}: FieldProps) {
  const id = useId();
  const hasError = error !== undefined && error !== null && error !== false;
  return (
    <div className={classNames('field', className)} data-wrong={hasError || undefined}>
      <label htmlFor={id}>{label}</label>
      <input
        {...input}
        id={id}
        className="field-input"
        value={value}
        required={isRequired}
        disabled={isDisabled}
        aria-invalid={hasError || undefined}
        aria-describedby={
          classNames(hasError && `${id}-error`, description !== undefined && `${id}-help`) || undefined
        }
        onChange={(event) => {
          onChange(event.target.value);
        }}
      />
      <p className="field-error" id={`${id}-error`} role="alert" hidden={!hasError}>
        <Icon name="warning" size={18} />
        <span>{error}</span>
      </p>
      {description !== undefined && (
        <p className="field-help" id={`${id}-help`}>
          {description}
        </p>
      )}
    </div>
  );
}
