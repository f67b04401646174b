/** Counting blind: what should be there is not shown before it was counted. */
import { isNote } from '../../domain/is-note.ts';
import type { Money } from '../../domain/money.ts';
import { Button } from '../../ui/button.tsx';
import { useFormat, useShop } from '../till-context.ts';
import { useShiftWords } from './shift-words.ts';
import { countedSum } from './cash-count.ts';
import type { ClosingControl } from './use-closing.ts';

export function CountStep({ closing }: { readonly closing: ClosingControl }) {
  const words = useShiftWords();
  const format = useFormat();
  const { currency } = useShop().roster.policy;
  const { state, saveCount } = closing;
  const sum = format.money(countedSum(state.counts, currency.denominations));
  return (
    <form
      className="closing-card"
      onSubmit={(event) => {
        event.preventDefault();
        saveCount();
      }}
    >
      <header>
        <h1>{words.countTitle}</h1>
        <p className="shift-soft">{state.attempts === 0 ? words.countLead : words.recountLead}</p>
      </header>
      <div className="count-grid">
        {currency.denominations.map((value, place) => (
          <Denomination key={value} value={value} closing={closing} isFirst={place === 0} />
        ))}
      </div>
      <p className="closing-sum">
        <span>{words.counted}</span>
        <output aria-label={words.counted}>{sum}</output>
      </p>
      <Button type="submit" variant="go" size="charge" isWide isPending={state.isSaving}>
        {words.doneCounting}
      </Button>
    </form>
  );
}

interface DenominationProps {
  readonly value: Money;
  readonly closing: ClosingControl;
  readonly isFirst: boolean;
}

function Denomination({ value, closing, isFirst }: DenominationProps) {
  const words = useShiftWords();
  const format = useFormat();
  const shown = format.shortMoney(value);
  const label = isNote(value, useShop().roster.policy.currency) ? words.note(shown) : words.coin(shown);
  return (
    <label className="count-row">
      <span>{shown}</span>
      <input
        inputMode="numeric"
        autoComplete="off"
        autoFocus={isFirst}
        aria-label={label}
        placeholder="0"
        value={closing.state.counts.get(value) ?? ''}
        onChange={(event) => {
          closing.send({ is: 'type', value, text: event.target.value });
        }}
      />
    </label>
  );
}
