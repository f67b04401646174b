/** What stays in the drawer for the next shift; the rest goes into the bag. */
import { useState } from 'react';
import { BAG_NUMBER_LENGTH_MAX } from '../../domain/close-shift.ts';
import { money, type Money } from '../../domain/money.ts';
import { Button } from '../../ui/button.tsx';
import { Field } from '../../ui/field.tsx';
import { formatMoney } from '../../ui/format-money.ts';
import { readPrice } from '../../domain/read-price.ts';
import { useFormat, useShop } from '../till-context.ts';
import { useShiftWords } from './shift-words.ts';
import type { ClosingControl } from './use-closing.ts';

interface KeepStepProps {
  readonly closing: ClosingControl;
  readonly counted: Money;
  readonly kept: Money;
}

export function KeepStep({ closing, counted, kept }: KeepStepProps) {
  const words = useShiftWords();
  const format = useFormat();
  const { policy } = useShop().roster;
  const keep = useKeptField(closing, counted, kept);
  return (
    <form
      className="closing-card"
      onSubmit={(event) => {
        event.preventDefault();
        if (keep.error === null) closing.close();
      }}
    >
      <header>
        <h1>{words.keepTitle}</h1>
        <p className="shift-soft">{words.keepLead(format.money(policy.float))}</p>
      </header>
      <Field
        className="keep-field"
        label={words.kept}
        inputMode="decimal"
        autoFocus
        value={keep.text}
        onChange={keep.type}
        error={keep.error}
      />
      <p className="closing-sum">
        <span>{words.bag}</span>
        <output aria-label={words.bag}>
          {keep.error === null ? format.money(money(counted - kept)) : '–'}
        </output>
      </p>
      <Field
        label={words.bagNumber}
        description={words.bagNumberHelp}
        autoComplete="off"
        maxLength={BAG_NUMBER_LENGTH_MAX}
        value={closing.state.details.bag ?? ''}
        onChange={(bag) => {
          closing.send({ is: 'bag', bag });
        }}
      />
      <Button
        type="submit"
        variant="go"
        size="charge"
        isWide
        isDisabled={keep.error !== null}
        isPending={closing.state.isSaving}
      >
        {closing.state.isSaving ? words.closing : words.close}
      </Button>
    </form>
  );
}

interface KeptField {
  readonly text: string;
  readonly type: (text: string) => void;
  readonly error: string | null;
}

function useKeptField(closing: ClosingControl, counted: Money, kept: Money): KeptField {
  const words = useShiftWords();
  const { digits } = useShop().roster.policy.currency;
  const [text, setText] = useState(() => typedForm(kept, digits));
  const typed = readPrice(text, digits);
  const type = (next: string) => {
    setText(next);
    const amount = readPrice(next, digits);
    if (amount !== null && amount <= counted) closing.send({ is: 'keep', kept: amount });
  };
  const error = typed === null ? words.notAnAmount : typed > counted ? words.tooMuch : null;
  return { text, type, error };
}

/** With a point and nothing else, as a keypad types it. */
function typedForm(amount: Money, digits: number): string {
  return formatMoney(amount, { currency: 'XXX', digits, locale: 'en-GB', shows: 'number' }).replaceAll(
    ',',
    '',
  );
}
