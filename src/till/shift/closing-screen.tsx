/** Closing the day leads through its steps; nothing else can be pressed meanwhile. */
import { useLiveQuery } from 'dexie-react-hooks';
import type { OpenShift } from '../../domain/shift.ts';
import { parkedSales } from '../../local-db/park-sale.ts';
import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { StatusPill } from '../status/status-pill.tsx';
import { usePorts, useWords, type Person } from '../till-context.ts';
import type { TillControl } from '../use-till.ts';
import { CardStep } from './card-step.tsx';
import { ClosedStep } from './closed-step.tsx';
import type { ClosingStep } from './closing-state.ts';
import { CompareStep } from './compare-step.tsx';
import { CountStep } from './count-step.tsx';
import { KeepStep } from './keep-step.tsx';
import { LeaveStep } from './leave-step.tsx';
import { ParkedStep } from './parked-step.tsx';
import { problemOf } from './shift-problem.ts';
import { useShiftWords } from './shift-words.ts';
import { useClosing, type ClosingControl } from './use-closing.ts';

interface ClosingScreenProps {
  readonly shift: OpenShift;
  readonly clerk: Person;
  readonly till: TillControl;
  readonly onBack: () => void;
  /** Back to where parked baskets are taken up. */
  readonly onSell: () => void;
}

export function ClosingScreen(props: ClosingScreenProps) {
  const { db } = usePorts();
  const parked = useLiveQuery(() => parkedSales(db), [db]);
  return parked !== undefined && <Closing {...props} parkedAtStart={parked.length} />;
}

function Closing(props: ClosingScreenProps & { readonly parkedAtStart: number }) {
  const { shift, clerk, parkedAtStart, onBack } = props;
  const words = useWords();
  const { back } = useShiftWords();
  const closing = useClosing(shift, clerk, parkedAtStart);
  const { problem, step } = closing.state;
  return (
    <div className="closing" data-stays-open>
      <header className="closing-bar">
        {step.is !== 'closed' && (
          <Button variant="plain" size="large" icon="back" onPress={onBack}>
            {back}
          </Button>
        )}
        <Steps at={step.is} isCounted={closing.state.isCounted} />
        <StatusPill />
      </header>
      <main className="closing-main">
        {problem !== null && (
          <Notice tone="mind" icon="warning" role="alert">
            {problemOf(problem, words)}
          </Notice>
        )}
        <Step {...props} closing={closing} />
      </main>
    </div>
  );
}

const COUNTING_STEPS = [
  { is: 'parked', name: 'parked' },
  { is: 'count', name: 'count' },
  { is: 'compare', name: 'difference' },
  { is: 'card', name: 'card' },
  { is: 'keep', name: 'keep' },
  { is: 'closed', name: 'done' },
] as const;
const LEAVING_STEPS = [
  { is: 'parked', name: 'parked' },
  { is: 'card', name: 'card' },
  { is: 'leave', name: 'leave' },
  { is: 'closed', name: 'done' },
] as const;

function Steps({ at, isCounted }: { readonly at: ClosingStep['is']; readonly isCounted: boolean }) {
  const words = useShiftWords();
  return (
    <ol className="closing-steps" aria-label={words.close}>
      {(isCounted ? COUNTING_STEPS : LEAVING_STEPS).map(({ is, name }) => (
        <li key={is} aria-current={is === at ? 'step' : undefined}>
          {words.steps[name]}
        </li>
      ))}
    </ol>
  );
}

function Step({
  closing,
  shift,
  clerk,
  till,
  onSell,
}: ClosingScreenProps & { readonly closing: ClosingControl }) {
  const { step } = closing.state;
  switch (step.is) {
    case 'parked':
      return <ParkedStep closing={closing} clerk={clerk} onBack={onSell} />;
    case 'count':
      return <CountStep closing={closing} shift={shift} />;
    case 'compare':
      return <CompareStep closing={closing} shift={shift} counted={step.counted} />;
    case 'card':
      return <CardStep closing={closing} shift={shift} />;
    case 'keep':
      return <KeepStep closing={closing} counted={step.counted} kept={step.kept} />;
    case 'leave':
      return <LeaveStep closing={closing} shift={shift} />;
    case 'closed':
      return <ClosedStep shift={step.shift} onLock={till.lock} />;
  }
}
