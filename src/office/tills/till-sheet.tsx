/** A till's name, and what needs more thought: another tablet, another shop, a new key. */
import { useState } from 'react';
import type { TillRow } from '../../protocol/office-till-messages.ts';
import { Button } from '../../ui/button.tsx';
import { Field } from '../../ui/field.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import { officeWords } from '../words/office-words.ts';
import { FormFailure } from './form-failure.tsx';
import { tillChangeWords as words } from './till-change-words.ts';
import type { Tills } from './use-tills.ts';

const NAME_LENGTH_MAX = 40;

interface TillSheetProps {
  readonly tills: Tills;
  readonly till: TillRow;
  /** There is another shop of the business. */
  readonly canMove: boolean;
}

export function TillSheet({ tills, till, canMove }: TillSheetProps) {
  const [name, setName] = useState(till.name);
  const close = () => tills.send({ do: 'close' });
  const wanted = name.trim();
  return (
    <Sheet isOpen onClose={close} title={words.changeTitle(till.name)} size="narrow">
      <form
        className="tills-form"
        onSubmit={(event) => {
          event.preventDefault();
          if (wanted === '' || tills.isWorking) return;
          tills.send({ do: 'rename', till: till.till, name: wanted });
        }}
      >
        <Field
          label={officeWords.tills.name}
          description={words.nameLead}
          value={name}
          onChange={setName}
          maxLength={NAME_LENGTH_MAX}
          autoComplete="off"
          autoFocus
        />
        <FormFailure failure={tills.failure} alreadyDone={officeWords.tills.nameTaken} />
        <div className="tills-buttons">
          <Button onPress={close}>{officeWords.tills.cancel}</Button>
          <Button
            type="submit"
            variant="go"
            isDisabled={wanted === '' || wanted === till.name}
            isPending={tills.isWorking}
          >
            {words.save}
          </Button>
        </div>
      </form>
      {till.status !== 'revoked' && <More {...{ tills, till, canMove }} />}
    </Sheet>
  );
}

function More({ tills, till, canMove }: TillSheetProps) {
  const open = (is: 'replacing' | 'moving' | 'revoking') => () =>
    tills.send({ do: 'open', dialog: { is, till } });
  return (
    <div className="tills-more">
      {till.status === 'waitingForTablet' ? (
        <Button onPress={open('revoking')}>{officeWords.tills.revoke}</Button>
      ) : (
        <>
          <Button onPress={open('replacing')}>{words.replace}</Button>
          {canMove && <Button onPress={open('moving')}>{words.move}</Button>}
          <Button onPress={() => tills.send({ do: 'newCode', till: till.till })}>{words.newKey}</Button>
        </>
      )}
    </div>
  );
}
