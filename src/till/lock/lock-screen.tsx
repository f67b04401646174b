/** Nobody is signed in: who is selling, then that person's PIN. Everything is decided on this tablet. */
import { useState } from 'react';
import { Avatar } from '../../ui/avatar.tsx';
import { Button } from '../../ui/button.tsx';
import { latePart } from '../../ui/late-part.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { StatusPill } from '../status/status-pill.tsx';
import { useShop, useWords, type Person } from '../till-context.ts';
import { LockPin } from './lock-pin.tsx';
import { recentFirst, recentPeople, rememberPerson } from './recent-people.ts';
import './lock.css';

/** Most mornings everybody knows their PIN. */
const ChoosingSheet = latePart(
  async () => (await import('../people/choosing-sheet.tsx')).ChoosingSheet,
  ({ onClose }) => onClose,
);

const ReadinessLight = latePart(
  async () => (await import('../ready/readiness-light.tsx')).ReadinessLight,
  // A light that is not here yet covers nothing.
  () => null,
);

interface LockScreenProps {
  readonly onSignedIn: (person: Person) => void;
  readonly onPractise: () => void;
}

export function LockScreen({ onSignedIn, onPractise }: LockScreenProps) {
  const words = useWords();
  const { roster } = useShop();
  const [recent] = useState(recentPeople);
  const [chosen, choose] = useState<Person | null>(null);
  const [isChoosing, setChoosing] = useState(false);
  const enter = (person: Person) => {
    rememberPerson(person.id);
    onSignedIn(person);
  };
  const { businessName, shopName } = roster.policy;
  return (
    <main className="lock" data-chosen={chosen !== null || undefined}>
      <section className="lock-people-side">
        <p className="lock-place">{words.lock.place(businessName, shopName, roster.tillName)}</p>
        <h1>{words.lock.title}</h1>
        {roster.staff.length === 0 ? (
          <EmptyState icon="people" title={words.lock.nobody}>
            {words.lock.nobodyLead}
          </EmptyState>
        ) : (
          <People people={recentFirst(roster.staff, recent)} chosen={chosen} onChoose={choose} />
        )}
        <LockFoot
          onPractise={onPractise}
          onForgot={() => {
            // Nobody's PIN is typed behind the sheet.
            choose(null);
            setChoosing(true);
          }}
        />
      </section>
      <section className="lock-pin-side">
        {chosen === null ? (
          <p className="lock-hint">{words.lock.choose}</p>
        ) : (
          <>
            <LockPin key={chosen.id} person={chosen} onSignedIn={enter} />
            <Button
              className="lock-other"
              variant="plain"
              icon="back"
              onPress={() => {
                choose(null);
              }}
            >
              {words.lock.other}
            </Button>
          </>
        )}
      </section>
      {isChoosing && (
        <ChoosingSheet
          onSignedIn={enter}
          onClose={() => {
            setChoosing(false);
          }}
        />
      )}
    </main>
  );
}

interface LockFootProps {
  readonly onPractise: () => void;
  readonly onForgot: () => void;
}

function LockFoot({ onPractise, onForgot }: LockFootProps) {
  const words = useWords().lock;
  const { roster } = useShop();
  return (
    <footer className="lock-foot">
      <StatusPill showsSentence />
      <ReadinessLight />
      <Button variant="plain" icon="refresh" onPress={onPractise}>
        {words.practise}
      </Button>
      {roster.sealedBox !== undefined && (
        <Button variant="plain" icon="key" onPress={onForgot}>
          {words.forgot}
        </Button>
      )}
    </footer>
  );
}

interface PeopleProps {
  readonly people: readonly Person[];
  readonly chosen: Person | null;
  readonly onChoose: (person: Person) => void;
}

function People({ people, chosen, onChoose }: PeopleProps) {
  const words = useWords();
  return (
    <ul className="lock-people" aria-label={words.lock.people}>
      {people.map((person) => (
        <li key={person.id}>
          <button
            type="button"
            aria-pressed={person.id === chosen?.id}
            onClick={() => {
              onChoose(person);
            }}
          >
            <Avatar id={person.id} name={person.name} />
            <span className="lock-name">
              {person.name} <small>{words.lock.roles[person.role]}</small>
            </span>
          </button>
        </li>
      ))}
    </ul>
  );
}
