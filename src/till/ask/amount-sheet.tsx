/** Asks for an amount of money: what a product costs, what lies in the drawer. */
import { NO_MONEY, type Money } from '../../domain/money.ts';
import { Button } from '../../ui/button.tsx';
import { Keypad } from '../../ui/keypad.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import type { TypedAmount } from '../pay/typed-amount.ts';
import { useFormat, useWords } from '../till-context.ts';
import { useTypedAmount } from './use-typed-amount.ts';
import './ask.css';

interface AmountSheetProps {
  readonly isOpen: boolean;
  readonly title: string;
  readonly label: string;
  /** The words on the button, from the formatted sum. */
  readonly go: (sum: string) => string;
  readonly mayBeNothing?: boolean;
  readonly onAmount: (amount: Money) => void;
  readonly onClose: () => void;
}

export function AmountSheet(props: AmountSheetProps) {
  return (
    <Sheet isOpen={props.isOpen} onClose={props.onClose} title={props.title} size="narrow">
      <AmountPad {...props} />
    </Sheet>
  );
}

function AmountPad({ label, go, mayBeNothing = false, onAmount }: AmountSheetProps) {
  const words = useWords().ask;
  const format = useFormat();
  const take = (typed: TypedAmount) => {
    const amount = amountOf(typed, mayBeNothing);
    if (amount !== null) onAmount(amount);
  };
  const { amount: typed, press } = useTypedAmount(take);
  const amount = amountOf(typed, mayBeNothing);
  return (
    <div className="ask">
      <output className="ask-typed" aria-label={label}>
        {format.money(amount ?? NO_MONEY)}
      </output>
      <p className="ask-problem" role="alert">
        {(typed.is === 'tooLong' || typed.is === 'cardNumber') && words[typed.is]}
      </p>
      <Keypad onKey={press} corner="00" />
      <Button
        variant="go"
        size="charge"
        isWide
        isDisabled={amount === null}
        onPress={() => {
          take(typed);
        }}
      >
        {amount === null ? words.add : go(format.money(amount))}
      </Button>
    </div>
  );
}

function amountOf(typed: TypedAmount, mayBeNothing: boolean): Money | null {
  if (typed.is === 'amount') return typed.amount;
  return typed.is === 'nothing' && mayBeNothing ? NO_MONEY : null;
}
