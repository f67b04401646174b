/** What was counted beside what should be there, and one chance to count again. */
import { money, type Money } from '../../domain/money.ts';
import type { OpenShift } from '../../domain/shift.ts';
import { expectedCash } from '../../domain/shift-totals.ts';
import { Button } from '../../ui/button.tsx';
import { useFormat } from '../till-context.ts';
import { useArrival } from '../use-arrival.ts';
import { useShiftWords } from './shift-words.ts';
import { mayRecount } from './closing-state.ts';
import { useTillNames } from './till-names.ts';
import type { ClosingControl } from './use-closing.ts';

interface CompareStepProps {
  readonly closing: ClosingControl;
  readonly shift: OpenShift;
  readonly counted: Money;
}

export function CompareStep(props: CompareStepProps) {
  const { shared } = props.shift;
  return shared === undefined ? <Compared {...props} /> : <ComparedLater {...props} others={shared.others} />;
}

/** What the other tills put into the drawer is known at head office alone: a difference named here would be a false one. */
function ComparedLater({
  closing,
  counted,
  others,
}: CompareStepProps & { readonly others: readonly string[] }) {
  const words = useShiftWords();
  const format = useFormat();
  const names = useTillNames();
  const heading = useArrival();
  return (
    <section className="closing-card">
      <div role="status">
        <h1 ref={heading} tabIndex={-1} className="closing-verdict" data-agrees>
          {words.drawer.countedIs(format.money(counted))}
        </h1>
        <p className="shift-soft">{words.drawer.comparedLater(names(others))}</p>
      </div>
      <CompareActs closing={closing} isInDoubt />
    </section>
  );
}

function Compared({ closing, shift, counted }: CompareStepProps) {
  const words = useShiftWords();
  const format = useFormat();
  const expected = expectedCash(shift);
  const difference = money(counted - expected);
  const heading = useArrival();
  return (
    <section className="closing-card">
      <div role="status">
        <h1
          ref={heading}
          tabIndex={-1}
          className="closing-verdict"
          data-agrees={difference === 0 || undefined}
        >
          {useVerdict(difference)}
        </h1>
      </div>
      <dl className="closing-figures">
        <div>
          <dt>{words.counted}</dt>
          <dd>{format.money(counted)}</dd>
        </div>
        <div>
          <dt>{words.expected}</dt>
          <dd>{format.money(expected)}</dd>
        </div>
        <div data-main>
          <dt>{words.difference}</dt>
          <dd>{format.difference(difference)}</dd>
        </div>
      </dl>
      <CompareActs closing={closing} isInDoubt={difference !== 0} />
    </section>
  );
}

interface CompareActsProps {
  readonly closing: ClosingControl;
  readonly isInDoubt: boolean;
}

function CompareActs({ closing, isInDoubt }: CompareActsProps) {
  const words = useShiftWords();
  return (
    <div className="closing-acts">
      {isInDoubt && mayRecount(closing.state) && (
        <Button
          size="charge"
          onPress={() => {
            closing.send({ is: 'recount' });
          }}
        >
          {words.countAgain}
        </Button>
      )}
      <Button
        variant="go"
        size="charge"
        onPress={() => {
          closing.send({ is: 'goOn' });
        }}
      >
        {words.goOn}
      </Button>
    </div>
  );
}

function useVerdict(difference: Money): string {
  const words = useShiftWords();
  const format = useFormat();
  if (difference === 0) return words.agrees;
  const sum = format.money(money(Math.abs(difference)));
  return difference > 0 ? words.over(sum) : words.under(sum);
}
