/** The shop's name and address as on a receipt, when its day begins, and when it is open. */
import { useId, useState } from 'react';
import { ADDRESS_LINES_MAX, BUSINESS_NAME_LENGTH_MAX } from '../../protocol/set-up-messages.ts';
import { Field } from '../../ui/field.tsx';
import { Icon } from '../../ui/icon.tsx';
import { HoursField } from '../hours/hours-field.tsx';
import { readWeek, typedWeek } from '../hours/typed-hours.ts';
import { useShop } from '../shop-context.ts';
import { StepForm } from './step-form.tsx';
import type { StepProps } from './step-props.ts';
import { setUpWords } from './set-up-words.ts';

const words = setUpWords.shop;

export function ShopStep({ setUp, desk, goOn }: StepProps) {
  const [name, setName] = useState(setUp.shop.name);
  const [typed, setTyped] = useState(setUp.shop.address.join('\n'));
  const [startOfDay, setStartOfDay] = useState(setUp.shop.startOfDay);
  const [week, setWeek] = useState(() => typedWeek(setUp.shop.openingHours));
  const [isAsked, setAsked] = useState(false);
  const address = linesOf(typed);
  const nameMissing = name.trim() === '';
  const isWrong = !isAddress(address);
  const timeIsWrong = !isTimeOfDay(startOfDay.trim());
  const save = () => {
    setAsked(true);
    const read = readWeek(week);
    if (nameMissing || isWrong || timeIsWrong || read.is === 'fault') return;
    const { hours: openingHours } = read;
    const body = { name: name.trim(), address, startOfDay: startOfDay.trim(), openingHours };
    desk.change({ path: 'shop', body }, goOn);
  };
  return (
    <StepForm onSave={save} isSaving={desk.isSaving}>
      <Field
        label={words.name}
        description={words.nameHelp}
        value={name}
        onChange={setName}
        maxLength={BUSINESS_NAME_LENGTH_MAX}
        autoComplete="off"
        error={isAsked && nameMissing ? words.nameMissing : undefined}
      />
      <AddressField typed={typed} onType={setTyped} isWrong={isAsked && isWrong} />
      <Field
        label={words.startOfDay}
        description={words.startOfDayHelp(setUp.shop.timeZone)}
        className="set-up-time"
        value={startOfDay}
        maxLength={5}
        autoComplete="off"
        error={isAsked && timeIsWrong ? words.startOfDayWrong : undefined}
        onChange={setStartOfDay}
      />
      <HoursField typed={week} onType={setWeek} isAsked={isAsked} />
    </StepForm>
  );
}

interface AddressFieldProps {
  readonly typed: string;
  readonly onType: (typed: string) => void;
  readonly isWrong: boolean;
}

function AddressField({ typed, onType, isWrong }: AddressFieldProps) {
  const { format } = useShop();
  const id = useId();
  const most = format.count(ADDRESS_LINES_MAX);
  return (
    <div className="field" data-wrong={isWrong || undefined}>
      <label htmlFor={id}>{words.address}</label>
      <textarea
        id={id}
        className="field-input set-up-address"
        rows={3}
        value={typed}
        aria-invalid={isWrong || undefined}
        aria-describedby={`${id}-help`}
        autoComplete="off"
        onChange={(event) => onType(event.target.value)}
      />
      <p
        className={isWrong ? 'field-error' : 'field-help'}
        id={`${id}-help`}
        role={isWrong ? 'alert' : undefined}
      >
        {isWrong && <Icon name="warning" size={18} />}
        <span>{isWrong ? words.addressMissing(most) : words.addressHelp(most)}</span>
      </p>
    </div>
  );
}

function isTimeOfDay(text: string): boolean {
  return /^([01]\d|2[0-3]):[0-5]\d$/.test(text);
}

function linesOf(text: string): string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
}

function isAddress(lines: readonly string[]): boolean {
  const fits = lines.every((line) => line.length <= BUSINESS_NAME_LENGTH_MAX);
  return fits && lines.length > 0 && lines.length <= ADDRESS_LINES_MAX;
}
