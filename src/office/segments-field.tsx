/** A choice of two or three among the fields of a form. */
import { SegmentedControl, type SegmentedControlProps } from '../ui/segmented-control.tsx';

export function SegmentsField<Value extends string>(props: SegmentedControlProps<Value>) {
  return (
    <div className="field">
      <span className="choice-label" aria-hidden="true">
        {props.label}
      </span>
      <SegmentedControl {...props} />
    </div>
  );
}
