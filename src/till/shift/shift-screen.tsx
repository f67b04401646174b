/** The shift: its totals so far, and the way to its close. */
import { useState } from 'react';
import { Button } from '../../ui/button.tsx';
import { latePart } from '../../ui/late-part.tsx';
import { CounterFrame } from '../counter/counter-frame.tsx';
import type { CounterScreenProps } from '../counter/counter-props.ts';
import { personNamed, useFormat, useShop, useWords } from '../till-context.ts';
import { ShiftTotalsTable } from './shift-totals-table.tsx';
import './shift.css';

const ClosingScreen = latePart(async () => (await import('./closing-screen.tsx')).ClosingScreen);

export function ShiftScreen(props: CounterScreenProps) {
  const { shift, till } = props;
  const [isClosing, setClosing] = useState(false);
  if (isClosing) {
    return (
      <ClosingScreen
        {...props}
        onBack={() => {
          till.keepShift(null);
          setClosing(false);
        }}
      />
    );
  }
  return (
    <ShiftOverview
      {...props}
      onClose={() => {
        till.keepShift(shift);
        setClosing(true);
      }}
    />
  );
}

function ShiftOverview(props: CounterScreenProps & { readonly onClose: () => void }) {
  const { shift, desk, onClose } = props;
  const words = useWords().shift;
  const format = useFormat();
  const { roster } = useShop();
  const hasGoods = desk.current().sale.lines.length > 0;
  return (
    <CounterFrame {...props} at="shift" onLock={props.till.lock} bar={<h1>{words.title}</h1>}>
      <main className="shift">
        <section className="shift-card">
          <header>
            <h2>{format.day(shift.day)}</h2>
            <p className="shift-soft">
              {words.since(format.time(shift.openedAt), personNamed(roster, shift.openedBy))}
            </p>
          </header>
          <ShiftTotalsTable caption={words.totals} float={shift.float} totals={shift.totals} />
          {hasGoods && <p className="shift-soft">{words.basketOpen}</p>}
          <Button variant="go" size="charge" isWide isDisabled={hasGoods} onPress={onClose}>
            {words.close}
          </Button>
        </section>
      </main>
    </CounterFrame>
  );
}
