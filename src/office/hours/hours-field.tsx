/** Opening hours, a line for each weekday. */
import { Button } from '../../ui/button.tsx';
import { Field } from '../../ui/field.tsx';
import { hoursWords as words } from './hours-words.ts';
import { dayText, readDay, readWeek, TYPED_DAY_LENGTH_MAX, type TypedWeek } from './typed-hours.ts';
import './hours.css';

interface HoursFieldProps {
  readonly typed: TypedWeek;
  readonly onType: (typed: TypedWeek) => void;
  /** What is wrong is said once it was to be saved. */
  readonly isAsked: boolean;
}

export function HoursField({ typed, onType, isAsked }: HoursFieldProps) {
  const read = readWeek(typed);
  const fault = isAsked && read.is === 'fault' ? read : null;
  const tidy = () => {
    const better = typed.map(tidied);
    if (better.join('\n') !== typed.join('\n')) onType(better);
  };
  return (
    <fieldset className="hours" onBlur={tidy}>
      <legend>{words.title}</legend>
      <p className="field-help">{words.help}</p>
      {words.weekdays.map((weekday, day) => (
        <Field
          key={weekday}
          className="hours-day"
          label={weekday}
          value={typed[day] ?? ''}
          onChange={(text) => onType(typed.with(day, text))}
          placeholder={words.closed}
          maxLength={TYPED_DAY_LENGTH_MAX}
          autoComplete="off"
          error={fault?.day === day ? words.faults[fault.why] : undefined}
        />
      ))}
      <div className="hours-end">
        <Button
          size="small"
          variant="plain"
          onPress={() => onType(typed.map(() => tidied(typed[0] ?? '')))}
          isDisabled={(typed[0] ?? '').trim() === ''}
        >
          {words.asMonday}
        </Button>
      </div>
      <p className="field-help">{words.why}</p>
    </fieldset>
  );
}

function tidied(text: string): string {
  const hours = readDay(text);
  return typeof hours === 'string' ? text : dayText(hours);
}
