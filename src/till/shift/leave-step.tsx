/** Another till counts this drawer: what this one took stays in it. */
import type { OpenShift } from '../../domain/shift.ts';
import { Button } from '../../ui/button.tsx';
import { useArrival } from '../use-arrival.ts';
import { useShiftWords } from './shift-words.ts';
import { useTillNames } from './till-names.ts';
import type { ClosingControl } from './use-closing.ts';

interface LeaveStepProps {
  readonly closing: ClosingControl;
  readonly shift: OpenShift;
}

export function LeaveStep({ closing, shift: { shared } }: LeaveStepProps) {
  const words = useShiftWords();
  const names = useTillNames();
  const heading = useArrival();
  const counting = names(shared?.is === 'countedAt' ? [shared.till] : []);
  return (
    <section className="closing-card">
      <header>
        <h1 ref={heading} tabIndex={-1}>
          {words.drawer.leaveTitle}
        </h1>
        <p className="shift-soft">{words.drawer.leaveLead(counting)}</p>
      </header>
      <Button variant="go" size="charge" isWide isPending={closing.state.isSaving} onPress={closing.close}>
        {closing.state.isSaving ? words.closing : words.close}
      </Button>
    </section>
  );
}
