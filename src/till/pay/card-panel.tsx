/** Card on the terminal beside the till: the clerk keys the sum there and says here what the terminal answered. */
import { asksCardCode } from '../../domain/card-code.ts';
import { money } from '../../domain/money.ts';
import { Button } from '../../ui/button.tsx';
import { Field } from '../../ui/field.tsx';
import { Icon } from '../../ui/icon.tsx';
import { useFormat, useWords } from '../till-context.ts';
import { PayProblemNotice } from './pay-problem-notice.tsx';
import { cardAmount, dueNow } from './pay-state.ts';
import { useSavingWords } from './use-saving-words.ts';
import type { PayControl } from './use-pay.ts';

export function CardPanel({ pay }: { readonly pay: PayControl }) {
  const words = useWords().pay;
  const format = useFormat();
  const saving = useSavingWords(pay.state.stage);
  const amount = cardAmount(pay.state, pay.context);
  const sum = format.money(money(Math.abs(amount)));
  return (
    <>
      <div className="pay-terminal">
        <Icon name="card" size={56} />
        <p className="pay-terminal-sum" aria-live="polite">
          {amount < 0 ? words.keyRefund(sum) : words.keyOnTerminal(sum)}
        </p>
        <PartHint pay={pay} />
        <Code pay={pay} />
        <PayProblemNotice problem={pay.state.problem} />
      </div>
      <div className="pay-answers">
        <Button
          size="large"
          isDisabled={saving !== null}
          onPress={() => {
            pay.send({ is: 'declined' });
          }}
        >
          {words.declined}
        </Button>
        <Button
          variant="go"
          size="charge"
          isPending={saving !== null}
          onPress={() => {
            pay.send({ is: 'approved' });
          }}
        >
          {saving ?? words.approved}
        </Button>
      </div>
    </>
  );
}

/** What the terminal's slip says, where the shop wants it kept. */
function Code({ pay }: { readonly pay: PayControl }) {
  const words = useWords().pay;
  if (!asksCardCode(cardAmount(pay.state, pay.context), pay.context.policy)) return null;
  return (
    <Field
      className="pay-code"
      label={words.cardCode}
      value={pay.state.code}
      autoComplete="off"
      autoCapitalize="characters"
      onChange={(text) => {
        pay.send({ is: 'code', text });
      }}
    />
  );
}

function PartHint({ pay }: { readonly pay: PayControl }) {
  const words = useWords().pay;
  const format = useFormat();
  const due = dueNow(pay.state, pay.context);
  if (due < 0) return null;
  const left = money(due - cardAmount(pay.state, pay.context));
  if (left < 0) return <p className="pay-soft">{words.noCard(format.money(due))}</p>;
  return <p className="pay-soft">{left > 0 ? words.stillDue(format.money(left)) : words.nothingTypedCard}</p>;
}
