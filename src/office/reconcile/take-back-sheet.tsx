/** Taking a settlement back: its flags are open again, and both acts stay on record. */
import { useState } from 'react';
import { WHY_LENGTH_MAX, type Settlement } from '../../protocol/settlement-messages.ts';
import { Button } from '../../ui/button.tsx';
import { Field } from '../../ui/field.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import { officeWords } from '../words/office-words.ts';
import type { Settling } from './use-settling.ts';

const words = officeWords.reconcile.settling;

export interface TakeBackSheetProps {
  readonly settling: Settling;
  readonly settlement: Settlement;
}

export function TakeBackSheet({ settling, settlement }: TakeBackSheetProps) {
  const [why, setWhy] = useState('');
  const close = () => settling.send({ do: 'close' });
  return (
    <Sheet isOpen onClose={close} title={words.takeBackTitle} size="narrow">
      <form
        className="reconcile-form"
        onSubmit={(event) => {
          event.preventDefault();
          if (!settling.isWorking) settling.send({ do: 'takeBack', settlement: settlement.id, why });
        }}
      >
        <p>{words.takeBackLead}</p>
        <Field
          label={words.whyIfYouLike}
          description={words.whyHelp}
          value={why}
          onChange={setWhy}
          maxLength={WHY_LENGTH_MAX}
          autoComplete="off"
          autoFocus
        />
        {settling.failure !== null && (
          <Notice tone="mind" role="alert">
            {words.failed[settling.failure]}
          </Notice>
        )}
        <div className="reconcile-buttons">
          <Button onPress={close}>{words.cancel}</Button>
          <Button type="submit" isPending={settling.isWorking}>
            {words.takeBack}
          </Button>
        </div>
      </form>
    </Sheet>
  );
}
