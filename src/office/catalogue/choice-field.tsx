/** A choice from a list among the fields of a form. */
import { Chooser, type ChooserProps } from '../frame/chooser.tsx';

export function ChoiceField(props: ChooserProps) {
  return (
    <div className="field">
      <span className="choice-label" aria-hidden="true">
        {props.label}
      </span>
      <Chooser {...props} />
    </div>
  );
}
