/** Another tablet for a till: what becomes of the one it has, and why it is done. */
import { useState } from 'react';
import type { TillRow } from '../../protocol/office-till-messages.ts';
import { Button } from '../../ui/button.tsx';
import { Field } from '../../ui/field.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import { officeWords } from '../words/office-words.ts';
import { FormFailure } from './form-failure.tsx';
import { tillChangeWords as words } from './till-change-words.ts';
import { UnsentNotice } from './unsent-notice.tsx';
import type { Tills } from './use-tills.ts';

const WHY_LENGTH_MAX = 200;

export function ReplaceSheet({ tills, till }: { readonly tills: Tills; readonly till: TillRow }) {
  const [why, setWhy] = useState('');
  const close = () => tills.send({ do: 'close' });
  const reason = why.trim();
  return (
    <Sheet isOpen onClose={close} title={words.replaceTitle(till.name)} size="narrow">
      <form
        className="tills-form"
        onSubmit={(event) => {
          event.preventDefault();
          if (reason !== '' && !tills.isWorking) tills.send({ do: 'replace', till: till.till, why: reason });
        }}
      >
        <p>{words.replaceLead}</p>
        <p>{words.replaceOld}</p>
        <UnsentNotice till={till} />
        <p className="office-soft">{words.replaceStolen}</p>
        <Field
          label={words.replaceWhy}
          description={officeWords.tills.whyHelp}
          value={why}
          onChange={setWhy}
          maxLength={WHY_LENGTH_MAX}
          autoComplete="off"
          autoFocus
        />
        <FormFailure failure={tills.failure} />
        <div className="tills-buttons">
          <Button onPress={close}>{officeWords.tills.cancel}</Button>
          <Button type="submit" variant="go" isDisabled={reason === ''} isPending={tills.isWorking}>
            {words.replaceGo}
          </Button>
        </div>
      </form>
    </Sheet>
  );
}
