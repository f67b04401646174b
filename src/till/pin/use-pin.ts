/** One person typing a PIN, on the keypad or on a keyboard, and the check of it. */
import { useEffect, useState } from 'react';
import type { KeypadKey } from '../../ui/keypad-digits.ts';
import { usePhysicalKeypad } from '../../ui/use-physical-keypad.ts';
import { makeMachine, useMachine } from '../machine.ts';
import { usePorts, type Person } from '../till-context.ts';
import type { PinRefusal } from '../till-ports.ts';
import { NO_PIN, pinStep, waitSeconds, type PinEntry } from './pin-entry.ts';

export interface PinControl {
  readonly entry: PinEntry;
  readonly waitSeconds: number;
  readonly isShut: boolean;
  readonly press: (key: KeypadKey) => void;
}

/** @param check gives null when the PIN was right and whatever follows is under way */
export function usePin(person: Person, check: (pin: string) => Promise<PinRefusal | null>): PinControl {
  const [entry, machine] = useMachine(() => makeMachine(NO_PIN, pinStep));
  useStandingAtStart(person, (refusal) => machine.send({ is: 'refused', refusal }));
  const seconds = useWaitSeconds(entry.refusal);
  const isShut = entry.stage === 'checking' || seconds > 0 || isOff(entry.refusal);
  const press = (key: KeypadKey) => {
    if (isShut) return;
    const typed = machine.send({ is: 'key', key, length: person.pinLength });
    if (typed.stage !== 'checking') return;
    void check(typed.digits).then((refusal) => {
      if (refusal !== null) machine.send({ is: 'refused', refusal });
    });
  };
  usePhysicalKeypad({ onKey: press, isActive: !isShut });
  return { entry, waitSeconds: seconds, isShut, press };
}

/** No digit can help here. */
function isOff(refusal: PinRefusal | null): boolean {
  return refusal !== null && ['locked', 'noPin', 'unknownPerson', 'notAllowed'].includes(refusal.is);
}

/** A person who must wait or is locked is told before typing. */
function useStandingAtStart(person: Person, tell: (refusal: PinRefusal) => void): void {
  const { access } = usePorts();
  const [tellThem] = useState(() => tell);
  // The attempt budget lies in the database, which answers later than the first drawing.
  useEffect(() => {
    let isWanted = true;
    void access.standingOf(person.id).then((standing) => {
      if (isWanted && standing.is !== 'free') tellThem(standing);
    });
    return () => {
      isWanted = false;
    };
  }, [access, person.id, tellThem]);
}

const SECOND_MS = 1_000;

function useWaitSeconds(refusal: PinRefusal | null): number {
  const { clock } = usePorts();
  const [now, setNow] = useState(clock.now);
  const seconds = waitSeconds(refusal, now);
  const mayWait = waitSeconds(refusal, 0) > 0;
  // The wait runs down by the clock.
  useEffect(() => {
    if (!mayWait) return undefined;
    const timer = setInterval(() => {
      setNow(clock.now());
    }, SECOND_MS);
    return () => {
      clearInterval(timer);
    };
  }, [clock, mayWait, refusal]);
  return seconds;
}
