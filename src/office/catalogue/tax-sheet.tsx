/** One tax to enter or to change: its rate today, and from which later day another. */
import { useState } from 'react';
import type { TaxClass } from '../../protocol/catalogue-messages.ts';
import { ID_LENGTH_MAX } from '../../protocol/limits.ts';
import { Button } from '../../ui/button.tsx';
import { Field } from '../../ui/field.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import { useShop } from '../shop-context.ts';
import { taxesWords } from './taxes-words.ts';
import { LaterValues } from './later-values.tsx';
import { draftOfTax, readTax, type TaxDraft, type TaxDraftFault } from './tax-draft.ts';
import { useTaxChange } from './use-tax-change.ts';

const words = taxesWords;
const LATER_RATES_MAX = 5;

interface TaxSheetProps {
  /** Null: a new one. */
  readonly known: TaxClass | null;
  /** Names that are there already. */
  readonly taken: readonly string[];
  readonly onClose: () => void;
}

export function TaxSheet({ known, taken, onClose }: TaxSheetProps) {
  const { shop } = useShop();
  const [draft, setDraft] = useState(() => draftOfTax(known, shop.today));
  const [fault, setFault] = useState<TaxDraftFault | null>(null);
  const changing = useTaxChange(onClose);
  const change = (part: Partial<TaxDraft>) => {
    setDraft({ ...draft, ...part });
    setFault(null);
  };
  const save = () => {
    if (changing.isSaving) return;
    const read = readTax(draft, known, { today: shop.today, taken });
    if (read.is === 'fault') setFault(read.fault);
    else changing.send({ id: draft.id.trim(), before: known?.rates ?? [], after: [...read.rates] });
  };
  return (
    <Sheet
      isOpen
      onClose={onClose}
      title={known === null ? words.newTitle : words.sheetTitle(known.id)}
      place="side"
      footer={
        <div className="product-buttons">
          <Button onPress={onClose}>{words.cancel}</Button>
          <Button variant="go" onPress={save} isPending={changing.isSaving}>
            {words.save}
          </Button>
        </div>
      }
    >
      <form
        className="product-form"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          save();
        }}
      >
        <TaxFields draft={draft} change={change} fault={fault} isNew={known === null} />
        {changing.failure !== null && (
          <Notice tone="mind" role="alert">
            {words.failed[changing.failure]}
          </Notice>
        )}
      </form>
    </Sheet>
  );
}

interface TaxFieldsProps {
  readonly draft: TaxDraft;
  readonly change: (part: Partial<TaxDraft>) => void;
  readonly fault: TaxDraftFault | null;
  readonly isNew: boolean;
}

function TaxFields({ draft, change, fault, isNew }: TaxFieldsProps) {
  const wrong = (...faults: TaxDraftFault[]) =>
    fault !== null && faults.includes(fault) ? words.faults[fault] : undefined;
  return (
    <>
      {isNew && (
        <Field
          label={words.name}
          description={words.nameHelp}
          value={draft.id}
          onChange={(id) => change({ id })}
          error={wrong('noName', 'nameTaken')}
          maxLength={ID_LENGTH_MAX}
          autoComplete="off"
          autoFocus
        />
      )}
      <Field
        label={words.rate}
        description={words.rateHelp}
        value={draft.rate}
        onChange={(rate) => change({ rate })}
        error={wrong('rateWrong', 'noRateNow', 'pastChanged')}
        inputMode="decimal"
        autoComplete="off"
        autoFocus={!isNew}
      />
      <LaterValues
        later={draft.later.map(({ from, rate }) => ({ from, value: rate }))}
        onChange={(later) => change({ later: later.map(({ from, value }) => ({ from, rate: value })) })}
        most={LATER_RATES_MAX}
        words={{ from: words.from, value: words.laterLabel, add: words.addLater, remove: words.removeLater }}
        error={wrong('laterRateWrong', 'twoRatesFromOneDay')}
      />
    </>
  );
}
