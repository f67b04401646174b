/** The shift is closed: its figures, what goes where, and what is still to be sent. */
import { money, type Money } from '../../domain/money.ts';
import type { OpenShift } from '../../domain/shift.ts';
import { expectedCash } from '../../domain/shift-totals.ts';
import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { useStatus } from '../status/use-status.ts';
import { useFormat, useWords } from '../till-context.ts';
import { useArrival } from '../use-arrival.ts';
import { ShiftTotalsTable } from './shift-totals-table.tsx';

interface ClosedStepProps {
  readonly shift: OpenShift;
  readonly counted: Money;
  readonly kept: Money;
  readonly onLock: () => void;
}

export function ClosedStep({ shift, counted, kept, onLock }: ClosedStepProps) {
  const words = useWords().shift;
  const format = useFormat();
  const { waiting } = useStatus();
  const heading = useArrival();
  const figures = [
    { label: words.counted, value: format.money(counted) },
    { label: words.difference, value: format.difference(money(counted - expectedCash(shift))) },
    { label: words.kept, value: format.money(kept) },
    { label: words.bag, value: format.money(money(counted - kept)) },
  ];
  return (
    <section className="closing-card closed-card">
      <header>
        <h1 ref={heading} tabIndex={-1}>
          {words.closedTitle}
        </h1>
        <p className="shift-soft">{format.day(shift.day)}</p>
      </header>
      <Notice tone={waiting.sales > 0 ? 'here' : 'go'} role="status">
        {waiting.sales > 0 ? words.waiting(waiting.sales) : words.allSent}
      </Notice>
      <div className="closed-columns">
        <dl className="closing-figures">
          {figures.map(({ label, value }) => (
            <div key={label}>
              <dt>{label}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
        <ShiftTotalsTable caption={words.closedTotals} float={shift.float} totals={shift.totals} />
      </div>
      <Button variant="go" size="charge" isWide icon="lock" onPress={onLock}>
        {words.lock}
      </Button>
    </section>
  );
}
