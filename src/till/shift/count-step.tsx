/** Counting blind: what should be there is not shown before it was counted. */
import type { OpenShift } from '../../domain/shift.ts';
import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { CountGrid } from './count-grid.tsx';
import { useShiftWords } from './shift-words.ts';
import { useTillNames } from './till-names.ts';
import type { ClosingControl } from './use-closing.ts';

interface CountStepProps {
  readonly closing: ClosingControl;
  readonly shift: OpenShift;
}

export function CountStep({ closing, shift }: CountStepProps) {
  const words = useShiftWords();
  const names = useTillNames();
  const { state, saveCount } = closing;
  return (
    <form
      className="closing-card"
      onSubmit={(event) => {
        event.preventDefault();
        saveCount();
      }}
    >
      <header>
        <h1>{words.countTitle}</h1>
        <p className="shift-soft">{state.attempts === 0 ? words.countLead : words.recountLead}</p>
      </header>
      {shift.shared !== undefined && (
        <Notice tone="here" icon="tablet">
          {words.drawer.othersFirst(names(shift.shared.others))}
        </Notice>
      )}
      <CountGrid
        counts={state.counts}
        onType={(value, text) => {
          closing.send({ is: 'type', value, text });
        }}
      />
      <Button type="submit" variant="go" size="charge" isWide isPending={state.isSaving}>
        {words.doneCounting}
      </Button>
    </form>
  );
}
