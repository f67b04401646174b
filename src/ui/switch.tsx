/** One setting that is on or off at once, such as sounds. */
import { useId, type ReactNode } from 'react';
import './switch.css';

export interface SwitchProps {
  readonly label: ReactNode;
  readonly description?: ReactNode;
  readonly isOn: boolean;
  readonly onChange: (isOn: boolean) => void;
}

export function Switch({ label, description, isOn, onChange }: SwitchProps) {
  const id = useId();
  return (
    <label className="switch">
      <span>
        {label}
        {description !== undefined && <small id={id}>{description}</small>}
      </span>
      <input
        type="checkbox"
        role="switch"
        checked={isOn}
        aria-describedby={description === undefined ? undefined : id}
        onChange={(event) => {
          onChange(event.target.checked);
        }}
      />
    </label>
  );
}
