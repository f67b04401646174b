/** Revoking a till, or taking that back: what it means, and why it is done. */
import { useState } from 'react';
import type { TillRow } from '../../protocol/office-till-messages.ts';
import { Button } from '../../ui/button.tsx';
import { Field } from '../../ui/field.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import { officeWords } from '../words/office-words.ts';
import { FormFailure } from './form-failure.tsx';
import { UnsentNotice } from './unsent-notice.tsx';
import type { Tills } from './use-tills.ts';

const words = officeWords.tills;
const WHY_LENGTH_MAX = 200;

export interface RevocationSheetProps {
  readonly tills: Tills;
  readonly till: TillRow;
  readonly revokes: boolean;
}

export function RevocationSheet({ tills, till, revokes }: RevocationSheetProps) {
  const [why, setWhy] = useState('');
  const close = () => tills.send({ do: 'close' });
  const reason = why.trim();
  return (
    <Sheet
      isOpen
      onClose={close}
      title={revokes ? words.revokeTitle(till.name) : words.unrevokeTitle(till.name)}
      size="narrow"
      role={revokes ? 'alertdialog' : 'dialog'}
    >
      <form
        className="tills-form"
        onSubmit={(event) => {
          event.preventDefault();
          if (reason === '' || tills.isWorking) return;
          tills.send({ do: revokes ? 'revoke' : 'unrevoke', till: till.till, why: reason });
        }}
      >
        <p>{revokes ? words.revokeLead : words.unrevokeLead}</p>
        {revokes && <UnsentNotice till={till} />}
        <Field
          label={words.why}
          description={words.whyHelp}
          value={why}
          onChange={setWhy}
          maxLength={WHY_LENGTH_MAX}
          autoComplete="off"
          autoFocus
        />
        <FormFailure failure={tills.failure} />
        <div className="tills-buttons">
          <Button onPress={close}>{words.cancel}</Button>
          <Button
            type="submit"
            variant={revokes ? 'person' : 'go'}
            isDisabled={reason === ''}
            isPending={tills.isWorking}
          >
            {revokes ? words.revoke : words.unrevoke}
          </Button>
        </div>
      </form>
    </Sheet>
  );
}
