/** Closing the shift leads through four steps; nothing else can be pressed meanwhile. */
import type { OpenShift } from '../../domain/shift.ts';
import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { StatusPill } from '../status/status-pill.tsx';
import { useWords, type Person } from '../till-context.ts';
import type { TillControl } from '../use-till.ts';
import { ClosedStep } from './closed-step.tsx';
import type { ClosingStep } from './closing-state.ts';
import { CompareStep } from './compare-step.tsx';
import { CountStep } from './count-step.tsx';
import { KeepStep } from './keep-step.tsx';
import { problemOf } from './shift-problem.ts';
import { useClosing, type ClosingControl } from './use-closing.ts';

interface ClosingScreenProps {
  readonly shift: OpenShift;
  readonly clerk: Person;
  readonly till: TillControl;
  readonly onBack: () => void;
}

export function ClosingScreen({ shift, clerk, till, onBack }: ClosingScreenProps) {
  const words = useWords();
  const closing = useClosing(shift, clerk);
  const { problem, step } = closing.state;
  return (
    <div className="closing">
      <header className="closing-bar">
        {step.is !== 'closed' && (
          <Button variant="plain" size="large" icon="back" onPress={onBack}>
            {words.shift.back}
          </Button>
        )}
        <Steps at={step.is} />
        <StatusPill />
      </header>
      <main className="closing-main">
        {problem !== null && (
          <Notice tone="mind" icon="warning" role="alert">
            {problemOf(problem, words)}
          </Notice>
        )}
        <Step closing={closing} shift={shift} onLock={till.lock} />
      </main>
    </div>
  );
}

const STEPS = [
  { is: 'count', name: 'count' },
  { is: 'compare', name: 'difference' },
  { is: 'keep', name: 'keep' },
  { is: 'closed', name: 'done' },
] as const;

function Steps({ at }: { readonly at: ClosingStep['is'] }) {
  const words = useWords().shift;
  return (
    <ol className="closing-steps" aria-label={words.close}>
      {STEPS.map(({ is, name }) => (
        <li key={is} aria-current={is === at ? 'step' : undefined}>
          {words.steps[name]}
        </li>
      ))}
    </ol>
  );
}

interface StepProps {
  readonly closing: ClosingControl;
  readonly shift: OpenShift;
  readonly onLock: () => void;
}

function Step({ closing, shift, onLock }: StepProps) {
  const { step } = closing.state;
  switch (step.is) {
    case 'count':
      return <CountStep closing={closing} />;
    case 'compare':
      return <CompareStep closing={closing} shift={shift} counted={step.counted} />;
    case 'keep':
      return <KeepStep closing={closing} counted={step.counted} kept={step.kept} />;
    case 'closed':
      return <ClosedStep shift={shift} counted={step.counted} kept={step.kept} onLock={onLock} />;
  }
}
