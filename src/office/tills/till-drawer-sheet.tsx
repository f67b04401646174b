/** Into which drawer a till's cash goes: one of its own, or one that others use too. */
import { useState } from 'react';
import type { DrawerRow, TillRow } from '../../protocol/office-till-messages.ts';
import { Button } from '../../ui/button.tsx';
import { SegmentedControl } from '../../ui/segmented-control.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import { officeWords } from '../words/office-words.ts';
import { FormFailure } from './form-failure.tsx';
import type { Tills } from './use-tills.ts';

const words = officeWords.tills.drawers;

interface TillDrawerSheetProps {
  readonly tills: Tills;
  readonly till: TillRow;
  readonly drawers: readonly DrawerRow[];
}

export function TillDrawerSheet({ tills, till, drawers }: TillDrawerSheetProps) {
  const [drawer, setDrawer] = useState(till.drawer);
  const close = () => tills.send({ do: 'close' });
  return (
    <Sheet isOpen onClose={close} title={words.assignTitle(till.name)} size="narrow">
      <form
        className="tills-form"
        onSubmit={(event) => {
          event.preventDefault();
          if (drawer !== null && !tills.isWorking)
            tills.send({ do: 'assignDrawer', till: till.till, drawer });
        }}
      >
        <p>{words.assignLead}</p>
        <SegmentedControl
          className="tills-drawers"
          look="chips"
          label={words.title}
          value={drawer}
          onChange={setDrawer}
          options={drawers.map((one) => ({ value: one.id, label: labelOf(one, till) }))}
        />
        <FormFailure failure={tills.failure} />
        <div className="tills-buttons">
          <Button onPress={close}>{officeWords.tills.cancel}</Button>
          <Button
            type="submit"
            variant="go"
            isDisabled={drawer === null || drawer === till.drawer}
            isPending={tills.isWorking}
          >
            {words.save}
          </Button>
        </div>
      </form>
    </Sheet>
  );
}

function labelOf({ name, tills }: DrawerRow, till: TillRow): string {
  const others = tills.filter((one) => one.till !== till.till);
  return others.length === 0 ? name : words.with(name, others.map((one) => one.name).join(', '));
}
