/** What surrounds every screen of the counter: the rail with its four places, the status, and who is at work. */
import { memo, type ReactNode } from 'react';
import type { OpenShift } from '../../domain/shift.ts';
import { Avatar } from '../../ui/avatar.tsx';
import { Icon, type IconName } from '../../ui/icon.tsx';
import { Mark } from '../../ui/mark.tsx';
import { StatusPill } from '../status/status-pill.tsx';
import { useFormat, useShop, useWords, type Person } from '../till-context.ts';
import type { CounterControl } from './use-counter.ts';
import './counter.css';

interface CounterFrameProps {
  readonly at: 'sell' | 'receipts' | 'shift';
  readonly clerk: Person;
  readonly shift: OpenShift;
  readonly counter: CounterControl;
  readonly onLock: () => void;
  /** The title or the scan box, at the start of the bar. */
  readonly bar: ReactNode;
  readonly children: ReactNode;
}

export function CounterFrame({ at, clerk, shift, counter, onLock, bar, children }: CounterFrameProps) {
  return (
    <div className="counter" data-at={at}>
      <Rail at={at} counter={counter} onLock={onLock} />
      <header className="counter-bar">
        <div className="counter-bar-start">{bar}</div>
        <StatusPill />
        <Who clerk={clerk} shift={shift} onLock={onLock} />
      </header>
      {children}
    </div>
  );
}

const PLACES = ['sell', 'receipts', 'shift'] as const;
const PLACE_ICON: Readonly<Record<(typeof PLACES)[number], IconName>> = {
  sell: 'basket',
  receipts: 'receipt',
  shift: 'drawer',
};

/** What is rung up draws neither of these two again. */
const Rail = memo(function Rail({
  at,
  counter,
  onLock,
}: Pick<CounterFrameProps, 'at' | 'counter' | 'onLock'>) {
  const words = useWords().nav;
  return (
    <nav className="counter-rail" aria-label={words.label}>
      <Mark className="counter-mark" size={52} />
      {PLACES.map((place) => (
        <button
          key={place}
          type="button"
          aria-current={place === at ? 'page' : undefined}
          onClick={() => {
            counter.goTo(place === 'receipts' ? { is: place, receipt: null } : { is: place });
          }}
        >
          <Icon name={PLACE_ICON[place]} size={26} />
          {words[place]}
        </button>
      ))}
      <button type="button" className="counter-rail-end" onClick={onLock}>
        <Icon name="lock" size={26} />
        {words.lock}
      </button>
    </nav>
  );
});

const Who = memo(function Who({
  clerk,
  shift,
  onLock,
}: Pick<CounterFrameProps, 'clerk' | 'shift' | 'onLock'>) {
  const words = useWords();
  const { roster } = useShop();
  const format = useFormat();
  return (
    <button type="button" className="counter-who" aria-label={words.lockAs(clerk.name)} onClick={onLock}>
      <span className="counter-who-words">
        <strong>{clerk.name}</strong>
        <small>{words.who(roster.tillName, format.time(shift.openedAt))}</small>
      </span>
      <Avatar id={clerk.id} name={clerk.name} />
    </button>
  );
});
