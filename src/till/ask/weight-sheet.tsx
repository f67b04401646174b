/** Asks for what the scale shows: grams, which are thousandths of a kilogram. */
import type { Product } from '../../domain/catalogue.ts';
import type { Money } from '../../domain/money.ts';
import { quantity, type Quantity } from '../../domain/quantity.ts';
import { Button } from '../../ui/button.tsx';
import { Keypad } from '../../ui/keypad.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import type { TypedAmount } from '../pay/typed-amount.ts';
import { useFormat, useWords } from '../till-context.ts';
import { useTypedAmount } from './use-typed-amount.ts';
import './ask.css';

interface WeightSheetProps {
  readonly product: Product;
  /** What so much of it costs; null while that cannot be said. */
  readonly sumOf: (weight: Quantity) => Money | null;
  readonly onWeight: (weight: Quantity) => void;
  readonly onClose: () => void;
}

export function WeightSheet(props: WeightSheetProps) {
  const words = useWords().ask;
  return (
    <Sheet isOpen onClose={props.onClose} title={words.weightTitle(props.product.name)} size="narrow">
      <WeightPad {...props} />
    </Sheet>
  );
}

function WeightPad({ onWeight, sumOf }: WeightSheetProps) {
  const words = useWords().ask;
  const format = useFormat();
  const take = (typed: TypedAmount) => {
    if (typed.is === 'amount') onWeight(quantity(typed.amount));
  };
  const { amount: typed, press } = useTypedAmount(take);
  const weight = typed.is === 'amount' ? quantity(typed.amount) : null;
  const addWords = (known: Quantity): string => {
    const sum = sumOf(known);
    return sum === null
      ? words.addWeightPlain(format.weight(known))
      : words.addWeight(format.weight(known), format.money(sum));
  };
  return (
    <div className="ask">
      <output className="ask-typed" aria-label={words.weight}>
        {format.weight(weight ?? quantity(0))}
      </output>
      <p className="ask-problem" role="alert">
        {(typed.is === 'tooLong' || typed.is === 'cardNumber') && words[typed.is]}
      </p>
      <Keypad onKey={press} corner="00" />
      <Button
        variant="go"
        size="charge"
        isWide
        isDisabled={weight === null}
        onPress={() => {
          take(typed);
        }}
      >
        {weight === null ? words.add : addWords(weight)}
      </Button>
    </div>
  );
}
