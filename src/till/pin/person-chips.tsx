/** People to tap on, before somebody's PIN is asked for. */
import { Avatar } from '../../ui/avatar.tsx';
import type { Person } from '../till-context.ts';
import './person-chips.css';

interface PersonChipsProps {
  readonly people: readonly Person[];
  readonly onChoose: (person: Person) => void;
  /** Names the list where nothing around it does. */
  readonly label?: string;
  /** Id of who stays marked, or null; absent where a tap leads on. */
  readonly chosen?: string | null;
}

export function PersonChips({ people, onChoose, label, chosen }: PersonChipsProps) {
  return (
    <ul className="person-chips" aria-label={label}>
      {people.map((person) => (
        <li key={person.id}>
          <button
            type="button"
            aria-pressed={chosen === undefined ? undefined : person.id === chosen}
            onClick={() => {
              onChoose(person);
            }}
          >
            <Avatar id={person.id} name={person.name} />
            {person.name}
          </button>
        </li>
      ))}
    </ul>
  );
}
