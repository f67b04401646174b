/** The name of the business, and whether it is registered for VAT. */
import { useState } from 'react';
import { BUSINESS_NAME_LENGTH_MAX, VAT_NUMBER_LENGTH_MAX } from '../../protocol/set-up-messages.ts';
import { Button } from '../../ui/button.tsx';
import { Field } from '../../ui/field.tsx';
import { Panel } from '../../ui/panel.tsx';
import { SegmentedControl } from '../../ui/segmented-control.tsx';
import type { StepProps } from './step-props.ts';
import { setUpWords } from './set-up-words.ts';

const words = setUpWords.business;
type Registered = 'yes' | 'no';

export function BusinessStep({ setUp, desk, goOn }: StepProps) {
  const isDone = setUp.steps.some(({ step, is }) => step === 'business' && is === 'done');
  const [name, setName] = useState(setUp.business.name);
  const [registered, setRegistered] = useState<Registered>(
    isDone && setUp.business.vatNumber === '' ? 'no' : 'yes',
  );
  const [vatNumber, setVatNumber] = useState(setUp.business.vatNumber);
  const [isAsked, setAsked] = useState(false);
  const number = registered === 'no' ? '' : vatNumber.trim();
  const nameMissing = name.trim() === '';
  const vatMissing = registered === 'yes' && number === '';
  const save = () => {
    setAsked(true);
    if (!nameMissing && !vatMissing)
      desk.change({ path: 'business', body: { name: name.trim(), vatNumber: number } }, goOn);
  };
  return (
    <Panel>
      <form
        className="set-up-form"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          save();
        }}
      >
        <Field
          label={words.name}
          value={name}
          onChange={setName}
          maxLength={BUSINESS_NAME_LENGTH_MAX}
          autoComplete="organization"
          error={isAsked && nameMissing ? words.nameMissing : undefined}
        />
        <div className="field">
          <span className="choice-label" aria-hidden="true">
            {words.registered}
          </span>
          <SegmentedControl<Registered>
            label={words.registered}
            options={[
              { value: 'yes', label: words.yes },
              { value: 'no', label: words.no },
            ]}
            value={registered}
            onChange={setRegistered}
          />
        </div>
        {registered === 'yes' && (
          <Field
            label={words.vat}
            description={words.vatHelp}
            value={vatNumber}
            onChange={setVatNumber}
            maxLength={VAT_NUMBER_LENGTH_MAX}
            autoComplete="off"
            autoCapitalize="characters"
            error={isAsked && vatMissing ? words.vatMissing : undefined}
          />
        )}
        <div className="set-up-buttons">
          <Button type="submit" variant="go" isPending={desk.isSaving}>
            {setUpWords.save}
          </Button>
        </div>
      </form>
    </Panel>
  );
}
