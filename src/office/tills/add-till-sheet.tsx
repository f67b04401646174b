/** A new till: a name, then its code. */
import { useState } from 'react';
import { Button } from '../../ui/button.tsx';
import { Field } from '../../ui/field.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import { officeWords } from '../words/office-words.ts';
import { FormFailure } from './form-failure.tsx';
import type { Tills } from './use-tills.ts';

const words = officeWords.tills;
const NAME_LENGTH_MAX = 40;
const FORM = 'add-till';

export function AddTillSheet({ tills }: { readonly tills: Tills }) {
  const [name, setName] = useState('');
  const close = () => tills.send({ do: 'close' });
  const wanted = name.trim();
  return (
    <Sheet isOpen onClose={close} title={words.addTitle} size="narrow">
      <form
        id={FORM}
        className="tills-form"
        onSubmit={(event) => {
          event.preventDefault();
          if (wanted !== '' && !tills.isWorking) tills.send({ do: 'add', name: wanted });
        }}
      >
        <p>{words.addLead}</p>
        <Field
          label={words.name}
          description={words.nameHelp}
          value={name}
          onChange={setName}
          maxLength={NAME_LENGTH_MAX}
          autoComplete="off"
          autoFocus
        />
        <FormFailure failure={tills.failure} alreadyDone={words.nameTaken} />
        <div className="tills-buttons">
          <Button onPress={close}>{words.cancel}</Button>
          <Button type="submit" variant="go" isDisabled={wanted === ''} isPending={tills.isWorking}>
            {words.makeCode}
          </Button>
        </div>
      </form>
    </Sheet>
  );
}
