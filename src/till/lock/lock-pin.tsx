/** The chosen person's PIN; a locked person can be let in again by an approver. */
import { useState } from 'react';
import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { ApprovalSheet } from '../approval/approval-sheet.tsx';
import { PinPad } from '../pin/pin-pad.tsx';
import { usePin } from '../pin/use-pin.ts';
import { usePorts, useWords, type Person } from '../till-context.ts';

interface LockPinProps {
  readonly person: Person;
  readonly onSignedIn: (person: Person) => void;
}

export function LockPin({ person, onSignedIn }: LockPinProps) {
  const [round, setRound] = useState(0);
  return (
    <LockPinRound
      key={round}
      person={person}
      onSignedIn={onSignedIn}
      wasUnlocked={round > 0}
      onUnlocked={() => {
        setRound(round + 1);
      }}
    />
  );
}

interface LockPinRoundProps extends LockPinProps {
  /** An approver did so just now. */
  readonly wasUnlocked: boolean;
  readonly onUnlocked: () => void;
}

function LockPinRound({ person, onSignedIn, wasUnlocked, onUnlocked }: LockPinRoundProps) {
  const words = useWords();
  const { access } = usePorts();
  const [isAsking, setAsking] = useState(false);
  const control = usePin(person, async (pin) => {
    const outcome = await access.signIn(person.id, pin);
    if (outcome.is !== 'signedIn') return outcome;
    onSignedIn(person);
    return null;
  });
  return (
    <PinPad person={person} control={control} title={words.lock.pinFor(person.name)}>
      {control.entry.refusal?.is === 'locked' && (
        <Button
          icon="key"
          onPress={() => {
            setAsking(true);
          }}
        >
          {words.lock.unlock}
        </Button>
      )}
      {wasUnlocked && control.entry.refusal === null && (
        <Notice tone="go" role="status">
          {words.lock.unlocked(person.name)}
        </Notice>
      )}
      <ApprovalSheet
        isOpen={isAsking}
        reason={words.lock.unlockTitle(person.name)}
        ask={(approver, pin) => access.unlock(approver, pin, person.id)}
        onApproved={onUnlocked}
        onClose={() => {
          setAsking(false);
        }}
      />
    </PinPad>
  );
}
