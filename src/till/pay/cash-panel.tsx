/** Cash: the sums people really hand over in one tap, or a typed one. */
import { cashSums } from '../../domain/cash-sums.ts';
import { money, NO_MONEY, type Money } from '../../domain/money.ts';
import { isRefusal } from '../../domain/refusal.ts';
import { cashTender, roundCash } from '../../domain/tender.ts';
import { Button } from '../../ui/button.tsx';
import { Keypad } from '../../ui/keypad.tsx';
import { useFormat, useWords } from '../till-context.ts';
import { PayProblemNotice } from './pay-problem-notice.tsx';
import { dueNow } from './pay-state.ts';
import { readDigits } from './typed-amount.ts';
import { useSavingWords } from './use-saving-words.ts';
import type { PayControl } from './use-pay.ts';

export function CashPanel({ pay }: { readonly pay: PayControl }) {
  const isOff = pay.state.stage.is !== 'taking';
  return (
    <>
      <Sums pay={pay} />
      <div className="pay-pad">
        <Typed pay={pay} />
        <Keypad
          corner="00"
          fillsHeight
          isDisabled={isOff}
          onKey={(key) => {
            pay.send({ is: 'key', key });
          }}
        />
      </div>
      <Take pay={pay} />
    </>
  );
}

function Sums({ pay }: { readonly pay: PayControl }) {
  const words = useWords().pay;
  const format = useFormat();
  const due = dueNow(pay.state, pay.context);
  return (
    <div className="pay-sums" role="group" aria-label={words.sums}>
      {cashSums(due, pay.context.policy.currency).map((sum, place) => (
        <Button
          key={sum}
          variant="soft"
          isDisabled={pay.state.stage.is !== 'taking'}
          onPress={() => {
            pay.send({ is: 'cash', handed: sum });
          }}
        >
          {place === 0 ? words.exact(format.money(sum)) : format.shortMoney(sum)}
        </Button>
      ))}
    </div>
  );
}

function Typed({ pay }: { readonly pay: PayControl }) {
  const words = useWords().pay;
  const format = useFormat();
  const amount = typedAmount(pay);
  return (
    <div className="pay-typed" aria-live="polite">
      {amount === null ? (
        <p className="pay-soft">{words.nothingTyped}</p>
      ) : (
        <>
          <span className="pay-soft">{words.typed}</span>
          <b>{format.money(amount)}</b>
          <Change pay={pay} amount={amount} />
        </>
      )}
      <PayProblemNotice problem={pay.state.problem} />
    </div>
  );
}

/** What the typed sum leads to: change, or the rest that is still to pay. */
function Change({ pay, amount }: { readonly pay: PayControl; readonly amount: Money }) {
  const words = useWords().pay;
  const format = useFormat();
  const due = dueNow(pay.state, pay.context);
  const taken = cashTender(due, amount, pay.context.policy.currency);
  if (isRefusal(taken) || taken.tender.is !== 'cash') return null;
  const left = money(due + taken.rounding - taken.tender.amount);
  return (
    <strong className="pay-change">
      {left > 0 ? words.stillDue(format.money(left)) : words.giveBack(format.money(taken.tender.change))}
    </strong>
  );
}

function Take({ pay }: { readonly pay: PayControl }) {
  const words = useWords().pay;
  const format = useFormat();
  const saving = useSavingWords(pay.state.stage);
  const amount = typedAmount(pay);
  return (
    <Button
      variant="go"
      size="charge"
      isWide
      isDisabled={amount === null && saving === null}
      isPending={saving !== null}
      onPress={() => {
        pay.send({ is: 'takeTyped' });
      }}
    >
      {saving ?? (amount === null ? words.takeNothing : words.take(format.money(amount)))}
    </Button>
  );
}

function typedAmount(pay: PayControl): Money | null {
  const read = readDigits(pay.state.digits);
  return read.is === 'amount' ? read.amount : null;
}

/** Money goes back in cash: one sum, one tap. */
export function CashBackPanel({ pay }: { readonly pay: PayControl }) {
  const words = useWords().pay;
  const format = useFormat();
  const saving = useSavingWords(pay.state.stage);
  const back = roundCash(money(Math.abs(dueNow(pay.state, pay.context))), pay.context.policy.currency);
  return (
    <>
      <div className="pay-terminal">
        <p className="pay-terminal-sum">{words.giveBack(format.money(back))}</p>
        <PayProblemNotice problem={pay.state.problem} />
      </div>
      <Button
        variant="go"
        size="charge"
        isWide
        isPending={saving !== null}
        onPress={() => {
          pay.send({ is: 'cash', handed: NO_MONEY });
        }}
      >
        {saving ?? words.giveBackCash(format.money(back))}
      </Button>
    </>
  );
}
