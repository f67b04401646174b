/** The shift: how it stands, its cash, its reports, and the way to its close. */
import { useLiveQuery } from 'dexie-react-hooks';
import { useState } from 'react';
import type { OpenShift } from '../../domain/shift.ts';
import { handOversOf, type RecordedHandOver } from '../../local-db/hand-drawer-over.ts';
import { Button } from '../../ui/button.tsx';
import { latePart } from '../../ui/late-part.tsx';
import { Notice } from '../../ui/notice.tsx';
import { CounterFrame } from '../counter/counter-frame.tsx';
import type { CounterScreenProps } from '../counter/counter-props.ts';
import { useStatus } from '../status/use-status.ts';
import { personNamed, usePorts, useShop } from '../till-context.ts';
import { CashCard } from './cash-card.tsx';
import { DrawerCard } from './drawer-card.tsx';
import { PastDaysSheet } from './past-days-sheet.tsx';
import { ReportSheet } from './report-sheet.tsx';
import { xReport } from './shift-reports.ts';
import { ShiftTotalsTable } from './shift-totals-table.tsx';
import { useShiftWords } from './shift-words.ts';
import './shift.css';

const ClosingScreen = latePart(
  async () => (await import('./closing-screen.tsx')).ClosingScreen,
  ({ onBack }) => onBack,
);

export function ShiftScreen(props: CounterScreenProps) {
  const { shift, till, counter } = props;
  const [isClosing, setClosing] = useState(false);
  const leave = () => {
    till.keepShift(null);
    setClosing(false);
  };
  if (isClosing) {
    return (
      <ClosingScreen
        {...props}
        onBack={leave}
        onSell={() => {
          leave();
          counter.goTo({ is: 'sell' });
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
  const { shift, clerk, desk, onClose } = props;
  const words = useShiftWords();
  const { roster, format } = useShop();
  const { db } = usePorts();
  const handOvers = useLiveQuery(() => handOversOf(db, shift.shift), [db, shift.shift]) ?? [];
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
          <DayNotices shift={shift} />
          <ShiftTotalsTable caption={words.totals} float={shift.float} totals={shift.totals} />
          {hasGoods && <p className="shift-soft">{words.basketOpen}</p>}
          <Button variant="go" size="charge" isWide isDisabled={hasGoods} onPress={onClose}>
            {words.close}
          </Button>
        </section>
        <div className="shift-side">
          <DrawerCard shift={shift} handOvers={handOvers} clerk={clerk} onLock={props.till.lock} />
          <CashCard shift={shift} clerk={clerk} />
          <Reports {...props} handOvers={handOvers} />
        </div>
      </main>
    </CounterFrame>
  );
}

/** Calm words about what may surprise: a day that is still yesterday, sales that head office does not have yet. */
function DayNotices({ shift }: { readonly shift: OpenShift }) {
  const words = useShiftWords();
  const { format } = useShop();
  const { clock } = usePorts();
  const { waiting } = useStatus();
  return (
    <>
      {clock.day() !== shift.day && (
        <Notice tone="mind" icon="clock">
          {words.longOpen(format.day(shift.day))}
        </Notice>
      )}
      {waiting.sales > 0 && (
        <Notice tone="here" icon="tablet">
          {words.notSent(waiting.sales)}
        </Notice>
      )}
    </>
  );
}

interface ReportsProps extends Pick<CounterScreenProps, 'shift' | 'clerk'> {
  readonly handOvers: readonly RecordedHandOver[];
}

function Reports({ shift, handOvers, clerk }: ReportsProps) {
  const words = useShiftWords().report;
  const { clock } = usePorts();
  const [opened, open] = useState<{ readonly is: 'x'; readonly at: number } | { readonly is: 'past' } | null>(
    null,
  );
  const close = () => {
    open(null);
  };
  return (
    <section className="shift-card shift-reports">
      <Button
        size="large"
        icon="receipt"
        onPress={() => {
          open({ is: 'x', at: clock.now() });
        }}
      >
        {words.showX}
      </Button>
      <Button
        size="large"
        icon="clock"
        onPress={() => {
          open({ is: 'past' });
        }}
      >
        {words.past}
      </Button>
      {opened?.is === 'x' && (
        <ReportSheet report={xReport(shift, handOvers, clerk, opened.at)} onClose={close} />
      )}
      {opened?.is === 'past' && <PastDaysSheet onClose={close} />}
    </section>
  );
}
