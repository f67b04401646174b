/** Dots, words and keys for a PIN. */
import type { ReactNode } from 'react';
import { Keypad } from '../../ui/keypad.tsx';
import { PinDots } from '../../ui/pin-dots.tsx';
import { useWords, type Person } from '../till-context.ts';
import type { TillWords } from '../words/en.ts';
import type { PinControl } from './use-pin.ts';
import './pin.css';

interface PinPadProps {
  readonly person: Person;
  readonly control: PinControl;
  readonly title: string;
  /** Below the keys, such as a way out for a locked person. */
  readonly children?: ReactNode;
}

export function PinPad({ person, control, title, children }: PinPadProps) {
  const words = useWords();
  const { entry, press, isShut } = control;
  const problem = problemWords(control, person, words);
  return (
    <div className="pin-pad">
      <h2 aria-live="polite">{title}</h2>
      <PinDots typed={entry.digits.length} slots={person.pinLength} state={dotsState(control)} />
      <p className="pin-pad-problem" role="alert">
        {problem}
      </p>
      <p className="pin-pad-checking" role="status">
        {entry.stage === 'checking' && words.lock.checking}
      </p>
      <Keypad onKey={press} isDisabled={isShut && entry.stage !== 'checking'} />
      {children}
    </div>
  );
}

function dotsState({ entry }: PinControl): 'typing' | 'checking' | 'wrong' {
  if (entry.stage === 'checking') return 'checking';
  return entry.refusal?.is === 'wrong' ? 'wrong' : 'typing';
}

function problemWords({ entry, waitSeconds }: PinControl, person: Person, words: TillWords): string | null {
  const { refusal } = entry;
  switch (refusal?.is) {
    case undefined:
      return null;
    case 'wrong':
      return wrongWords(refusal.triesLeft, waitSeconds, words);
    case 'wait':
      return waitSeconds > 0 ? words.pin.wait(waitSeconds) : null;
    case 'locked':
      return words.pin.locked(person.name);
    case 'noPin':
      return words.pin.noPin(person.name);
    case 'unknownPerson':
      return words.pin.unknownPerson;
    case 'notAllowed':
      return words.pin.notAllowed;
    case 'cannotSave':
      return words.pin.cannotSave;
  }
}

function wrongWords(triesLeft: number, waitSeconds: number, words: TillWords): string {
  if (waitSeconds > 0) return `${words.pin.wrongNow} ${words.pin.wait(waitSeconds)}`;
  return triesLeft > 0 ? words.pin.wrong(triesLeft) : words.pin.wrongNow;
}
