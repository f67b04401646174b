/** The card terminal's own total beside what was rung here: a card sale that only one of them knows shows up today. */
import { useState } from 'react';
import { money, type Money } from '../../domain/money.ts';
import type { OpenShift } from '../../domain/shift.ts';
import { Button } from '../../ui/button.tsx';
import { Field } from '../../ui/field.tsx';
import { readPrice } from '../../domain/read-price.ts';
import { useFormat, useShop } from '../till-context.ts';
import { useShiftWords } from './shift-words.ts';
import type { ClosingControl } from './use-closing.ts';

interface CardStepProps {
  readonly closing: ClosingControl;
  readonly shift: OpenShift;
}

export function CardStep({ closing, shift }: CardStepProps) {
  const words = useShiftWords();
  const { policy } = useShop().roster;
  const [text, setText] = useState('');
  const total = readPrice(text, policy.currency.digits);
  const isWrong = text.trim() !== '' && total === null;
  const goOn = (stated: Money | null) => {
    closing.send({ is: 'terminal', total: stated, usual: policy.float });
  };
  return (
    <form
      className="closing-card"
      onSubmit={(event) => {
        event.preventDefault();
        if (total !== null) goOn(total);
      }}
    >
      <header>
        <h1>{words.cardTitle}</h1>
        <p className="shift-soft">{words.cardLead}</p>
      </header>
      <Field
        className="keep-field"
        label={words.cardTotal}
        inputMode="decimal"
        autoComplete="off"
        autoFocus
        value={text}
        onChange={setText}
        error={isWrong ? words.notAnAmount : null}
      />
      {total !== null && <Difference total={total} here={shift.totals.card} />}
      <div className="closing-acts">
        <Button
          size="charge"
          onPress={() => {
            goOn(null);
          }}
        >
          {words.cardNone}
        </Button>
        <Button type="submit" variant="go" size="charge" isDisabled={total === null}>
          {words.goOn}
        </Button>
      </div>
    </form>
  );
}

function Difference({ total, here }: { readonly total: Money; readonly here: Money }) {
  const words = useShiftWords();
  const format = useFormat();
  const difference = money(total - here);
  const sum = format.money(money(Math.abs(difference)));
  return (
    <div role="status">
      <p className="closing-verdict card-verdict" data-agrees={difference === 0 || undefined}>
        {difference === 0 ? words.cardAgrees : difference > 0 ? words.cardOver(sum) : words.cardUnder(sum)}
      </p>
      <p className="shift-soft">{`${words.cardHere}: ${format.money(here)}`}</p>
    </div>
  );
}
