/** Who forgot a PIN, or the name of who is new today. */
import { useState, type SyntheticEvent } from 'react';
import type { Role } from '../../domain/role.ts';
import { Button } from '../../ui/button.tsx';
import { Field } from '../../ui/field.tsx';
import { PersonChips } from '../pin/person-chips.tsx';
import { useRareWords } from '../rare-words.ts';
import { useShop, type Person } from '../till-context.ts';
import type { Choosing } from '../till-ports.ts';
import './people.css';

export interface Newcomer {
  readonly who: Choosing;
  readonly name: string;
  readonly role: Role;
  /** Digits of their PIN. */
  readonly length: number;
}

interface WhoChoosesProps {
  readonly onForgot: (person: Person) => void;
  readonly onNew: (name: string) => void;
}

const NAME_LENGTH_MAX = 60;

export function WhoChooses({ onForgot, onNew }: WhoChoosesProps) {
  const words = useRareWords().people;
  const { staff } = useShop().roster;
  return (
    <div className="who-chooses">
      <section aria-label={words.forgot}>
        <h3>{words.forgot}</h3>
        <PersonChips people={staff} onChoose={onForgot} />
      </section>
      <SomeoneNew onNew={onNew} />
    </div>
  );
}

function SomeoneNew({ onNew }: Pick<WhoChoosesProps, 'onNew'>) {
  const words = useRareWords().people;
  const [typed, type] = useState('');
  const [isMissing, setMissing] = useState(false);
  const goOn = () => {
    const name = typed.trim();
    setMissing(name === '');
    if (name !== '') onNew(name);
  };
  return (
    <form
      className="who-new"
      aria-label={words.someoneNew}
      onSubmit={(event: SyntheticEvent) => {
        event.preventDefault();
        goOn();
      }}
    >
      <h3>{words.someoneNew}</h3>
      <Field
        label={words.name}
        description={words.nameHelp}
        error={isMissing ? words.nameMissing : undefined}
        value={typed}
        onChange={type}
        maxLength={NAME_LENGTH_MAX}
        autoComplete="off"
        autoCapitalize="words"
      />
      <Button variant="go" size="large" onPress={goOn}>
        {words.goOn}
      </Button>
    </form>
  );
}
