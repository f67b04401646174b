/** How many of each note and coin, and their sum. */
import { isNote } from '../../domain/is-note.ts';
import type { Money } from '../../domain/money.ts';
import { useFormat, useShop } from '../till-context.ts';
import { countedSum, type TypedCounts } from './cash-count.ts';
import { useShiftWords } from './shift-words.ts';

interface CountGridProps {
  readonly counts: TypedCounts;
  readonly onType: (value: Money, text: string) => void;
}

export function CountGrid({ counts, onType }: CountGridProps) {
  const words = useShiftWords();
  const format = useFormat();
  const { denominations } = useShop().roster.policy.currency;
  return (
    <>
      <div className="count-grid">
        {denominations.map((value, place) => (
          <Denomination
            key={value}
            value={value}
            typed={counts.get(value) ?? ''}
            onType={onType}
            isFirst={place === 0}
          />
        ))}
      </div>
      <p className="closing-sum">
        <span>{words.counted}</span>
        <output aria-label={words.counted}>{format.money(countedSum(counts, denominations))}</output>
      </p>
    </>
  );
}

interface DenominationProps extends Pick<CountGridProps, 'onType'> {
  readonly value: Money;
  readonly typed: string;
  readonly isFirst: boolean;
}

function Denomination({ value, typed, onType, isFirst }: DenominationProps) {
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
        value={typed}
        onChange={(event) => {
          onType(value, event.target.value);
        }}
      />
    </label>
  );
}
