/** A till's tablet goes to another shop: what stays, what is to do, and where to. */
import { useState } from 'react';
import type { TillRow } from '../../protocol/office-till-messages.ts';
import type { Me } from '../../protocol/people-messages.ts';
import { Button } from '../../ui/button.tsx';
import { Field } from '../../ui/field.tsx';
import { Notice } from '../../ui/notice.tsx';
import { SegmentedControl } from '../../ui/segmented-control.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import { officeWords } from '../words/office-words.ts';
import { FormFailure } from './form-failure.tsx';
import { tillChangeWords as words } from './till-change-words.ts';
import type { Tills } from './use-tills.ts';

const NAME_LENGTH_MAX = 40;

interface MoveSheetProps {
  readonly tills: Tills;
  readonly till: TillRow;
  /** The business's other ones. */
  readonly shops: Me['shops'];
}

export function MoveSheet({ tills, till, shops }: MoveSheetProps) {
  const [shop, setShop] = useState(shops[0]?.id ?? null);
  const [name, setName] = useState(till.name);
  const close = () => tills.send({ do: 'close' });
  const stays = till.staysFor ?? null;
  const wanted = name.trim();
  const isReady = stays === null && shop !== null && wanted !== '';
  return (
    <Sheet isOpen onClose={close} title={words.moveTitle(till.name)} size="medium">
      <form
        className="tills-form"
        onSubmit={(event) => {
          event.preventDefault();
          if (isReady && !tills.isWorking) tills.send({ do: 'move', till: till.till, shop, name: wanted });
        }}
      >
        <p>{words.moveLead}</p>
        {stays === null ? (
          <MoveFields {...{ shops, shop, setShop, name, setName }} />
        ) : (
          <Notice tone="mind">{words.stays[stays]}</Notice>
        )}
        <FormFailure
          failure={tills.failure}
          alreadyDone={officeWords.tills.nameTaken}
          other={words.moveRefused}
        />
        <div className="tills-buttons">
          <Button onPress={close}>{officeWords.tills.cancel}</Button>
          <Button type="submit" variant="go" isDisabled={!isReady} isPending={tills.isWorking}>
            {words.moveGo}
          </Button>
        </div>
      </form>
    </Sheet>
  );
}

interface MoveFieldsProps {
  readonly shops: Me['shops'];
  readonly shop: string | null;
  readonly setShop: (shop: string) => void;
  readonly name: string;
  readonly setName: (name: string) => void;
}

function MoveFields({ shops, shop, setShop, name, setName }: MoveFieldsProps) {
  return (
    <>
      <ol className="tills-steps">
        {words.moveSteps.map((step) => (
          <li key={step}>{step}</li>
        ))}
      </ol>
      <div className="tills-choice">
        <p>{words.moveTo}</p>
        <SegmentedControl
          className="tills-drawers"
          look="chips"
          label={words.moveTo}
          value={shop}
          onChange={setShop}
          options={shops.map((one) => ({ value: one.id, label: one.name }))}
        />
      </div>
      <Field
        label={words.moveName}
        value={name}
        onChange={setName}
        maxLength={NAME_LENGTH_MAX}
        autoComplete="off"
      />
    </>
  );
}
