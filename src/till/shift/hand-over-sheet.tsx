/** Hands the drawer to somebody else: to whom, counted blind or not. */
import type { OpenShift } from '../../domain/shift.ts';
import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { SegmentedControl } from '../../ui/segmented-control.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import { PersonChips } from '../pin/person-chips.tsx';
import { useShop, useWords, type Person } from '../till-context.ts';
import { CountGrid } from './count-grid.tsx';
import { problemOf } from './shift-problem.ts';
import { useShiftWords } from './shift-words.ts';
import { useHandOver, type HandOverControl } from './use-hand-over.ts';

interface HandOverSheetProps {
  readonly shift: OpenShift;
  readonly holder: string;
  readonly clerk: Person;
  readonly onLock: () => void;
  readonly onClose: () => void;
}

export function HandOverSheet({ shift, holder, clerk, onLock, onClose }: HandOverSheetProps) {
  const all = useWords();
  const words = useShiftWords();
  const control = useHandOver(shift, clerk);
  const { to, done } = control;
  return (
    <Sheet
      isOpen
      onClose={onClose}
      title={words.drawer.handOverTitle}
      size="wide"
      footer={
        done === null ? (
          <Button
            variant="go"
            size="charge"
            isWide
            isDisabled={to === null}
            isPending={control.isSaving}
            onPress={control.handOver}
          >
            {to === null ? words.drawer.handOverChoose : words.drawer.handOverGo(to.name)}
          </Button>
        ) : (
          <Button variant="go" size="charge" isWide icon="lock" onPress={onLock}>
            {words.lock}
          </Button>
        )
      }
    >
      {control.problem !== null && (
        <Notice tone="mind" role="alert">
          {problemOf(control.problem, all)}
        </Notice>
      )}
      {done === null ? (
        <HandOverForm control={control} holder={holder} isShared={shift.shared !== undefined} />
      ) : (
        <div role="status" className="hand-over-done">
          <p className="closing-verdict">{words.drawer.handedOver(done.name)}</p>
          <p className="shift-soft">{words.drawer.handedOverLead}</p>
        </div>
      )}
    </Sheet>
  );
}

interface HandOverFormProps {
  readonly control: HandOverControl;
  readonly holder: string;
  readonly isShared: boolean;
}

function HandOverForm({ control, holder, isShared }: HandOverFormProps) {
  const words = useShiftWords().drawer;
  const { staff } = useShop().roster;
  return (
    <div className="hand-over">
      <h3>{words.handOverTo}</h3>
      <PersonChips
        people={staff.filter(({ id }) => id !== holder)}
        label={words.handOverTo}
        chosen={control.to?.id ?? null}
        onChoose={control.choose}
      />
      {!isShared && (
        <SegmentedControl
          look="chips"
          label={words.counting}
          value={control.isCounting ? 'yes' : 'no'}
          onChange={(answer) => {
            control.setCounting(answer === 'yes');
          }}
          options={[
            { value: 'yes', label: words.countYes },
            { value: 'no', label: words.countNo },
          ]}
        />
      )}
      {control.isCounting ? (
        <CountGrid counts={control.counts} onType={control.type} />
      ) : (
        <p className="shift-soft">{words.countNoLead}</p>
      )}
    </div>
  );
}
