/** The name of the business, and whether it is registered for VAT. */
import { useState } from 'react';
import { tidyVatNumber, vatNumberFault } from '../../domain/vat-number.ts';
import { BUSINESS_NAME_LENGTH_MAX, VAT_NUMBER_LENGTH_MAX } from '../../protocol/set-up-messages.ts';
import { Field } from '../../ui/field.tsx';
import { SegmentsField } from '../segments-field.tsx';
import { useShop } from '../shop-context.ts';
import { StepForm } from './step-form.tsx';
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
  const { locale } = useShop().shop;
  const number = registered === 'no' ? '' : tidyVatNumber(vatNumber);
  const nameMissing = name.trim() === '';
  const held = setUp.business.vatNumber;
  const vatWrong = registered === 'no' ? null : wrongIn(number, { held, locale });
  const save = () => {
    setAsked(true);
    if (!nameMissing && vatWrong === null)
      desk.change({ path: 'business', body: { name: name.trim(), vatNumber: number } }, goOn);
  };
  return (
    <StepForm onSave={save} isSaving={desk.isSaving}>
      <Field
        label={words.name}
        value={name}
        onChange={setName}
        maxLength={BUSINESS_NAME_LENGTH_MAX}
        autoComplete="organization"
        error={isAsked && nameMissing ? words.nameMissing : undefined}
      />
      <SegmentsField<Registered>
        label={words.registered}
        options={[
          { value: 'yes', label: words.yes },
          { value: 'no', label: words.no },
        ]}
        value={registered}
        onChange={setRegistered}
      />
      {registered === 'yes' && (
        <Field
          label={words.vat}
          description={words.vatHelp}
          value={vatNumber}
          onChange={setVatNumber}
          maxLength={VAT_NUMBER_LENGTH_MAX}
          autoComplete="off"
          autoCapitalize="characters"
          error={isAsked ? (vatWrong ?? undefined) : undefined}
        />
      )}
    </StepForm>
  );
}

/** What is held already may stay. */
function wrongIn(
  number: string,
  { held, locale }: { readonly held: string; readonly locale: string },
): string | null {
  if (number === '') return words.vatMissing;
  if (number === held) return null;
  const fault = vatNumberFault(number, locale);
  if (fault === null) return null;
  return fault.is === 'shape' ? words.vatShape(fault.example) : words.vatCheckDigits;
}
