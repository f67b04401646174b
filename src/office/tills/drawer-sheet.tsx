/** A drawer's name, and which of its tills has the float and counts. */
import { useState } from 'react';
import type { DrawerRow } from '../../protocol/office-till-messages.ts';
import { Button } from '../../ui/button.tsx';
import { Field } from '../../ui/field.tsx';
import { SegmentedControl } from '../../ui/segmented-control.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import { officeWords } from '../words/office-words.ts';
import { FormFailure } from './form-failure.tsx';
import type { Tills } from './use-tills.ts';

const words = officeWords.tills.drawers;
const NAME_LENGTH_MAX = 40;

interface DrawerSheetProps {
  readonly tills: Tills;
  readonly drawer: DrawerRow;
}

export function DrawerSheet({ tills, drawer }: DrawerSheetProps) {
  const [name, setName] = useState(drawer.name);
  const [countedAt, setCountedAt] = useState(drawer.countedAt);
  const close = () => tills.send({ do: 'close' });
  const wanted = name.trim();
  return (
    <Sheet isOpen onClose={close} title={words.changeTitle(drawer.name)} size="narrow">
      <form
        className="tills-form"
        onSubmit={(event) => {
          event.preventDefault();
          if (wanted === '' || tills.isWorking) return;
          tills.send({ do: 'changeDrawer', drawer: drawer.id, name: wanted, countedAt });
        }}
      >
        <Field
          label={words.name}
          description={words.nameHelp}
          value={name}
          onChange={setName}
          maxLength={NAME_LENGTH_MAX}
          autoComplete="off"
          autoFocus
        />
        {drawer.tills.length > 1 && (
          <div className="tills-choice">
            <p>{words.countedLead}</p>
            <SegmentedControl
              look="chips"
              label={words.countedAt}
              value={countedAt}
              onChange={setCountedAt}
              options={drawer.tills.map(({ till, name: label }) => ({ value: till, label }))}
            />
          </div>
        )}
        <FormFailure failure={tills.failure} alreadyDone={words.nameTaken} />
        <div className="tills-buttons">
          <Button onPress={close}>{officeWords.tills.cancel}</Button>
          <Button type="submit" variant="go" isDisabled={wanted === ''} isPending={tills.isWorking}>
            {words.save}
          </Button>
        </div>
      </form>
    </Sheet>
  );
}
