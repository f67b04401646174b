/** The name a basket is parked under: who and when, unless the clerk types a better one. */
import { useState } from 'react';
import { Field } from '../../ui/field.tsx';
import { useActWords } from '../act-words.ts';
import { useFormat, usePorts, type Person } from '../till-context.ts';

const NAME_LENGTH_MAX = 60;

export interface ParkName {
  readonly typed: string;
  readonly type: (name: string) => void;
  readonly suggested: string;
  /** What was typed, else what is suggested. */
  readonly name: string;
}

export function useParkName(clerk: Person): ParkName {
  const { clock } = usePorts();
  const format = useFormat();
  const [suggested] = useState(() => `${clerk.name} ${format.time(clock.now())}`);
  const [typed, type] = useState('');
  return { typed, type, suggested, name: typed.trim() === '' ? suggested : typed };
}

export function ParkNameField({ typed, type, suggested }: ParkName) {
  const words = useActWords().parked;
  return (
    <Field
      label={words.name}
      description={words.nameHelp(suggested)}
      placeholder={suggested}
      value={typed}
      onChange={type}
      maxLength={NAME_LENGTH_MAX}
      autoComplete="off"
      autoFocus
    />
  );
}
