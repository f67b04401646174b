/** Before the first sale of a shift: what lies in the drawer, on which trading day. */
import { useState } from 'react';
import { Button } from '../../ui/button.tsx';
import { InstallGuide } from '../ready/install-guide.tsx';
import { Notice } from '../../ui/notice.tsx';
import { StatusPill } from '../status/status-pill.tsx';
import { useLink } from '../status/use-status.ts';
import { useFormat, usePorts, useWords, type Person } from '../till-context.ts';
import { AmountSheet } from '../ask/amount-sheet.tsx';
import { problemOf } from './shift-problem.ts';
import { useShiftWords } from './shift-words.ts';
import { useOpenShift, type OpeningShift } from './use-open-shift.ts';
import { useTillNames } from './till-names.ts';
import './shift.css';

interface OpenShiftScreenProps {
  readonly clerk: Person;
  readonly onLock: () => void;
}

export function OpenShiftScreen({ clerk, onLock }: OpenShiftScreenProps) {
  const words = useWords();
  const shift = useShiftWords();
  const { clock } = usePorts();
  const format = useFormat();
  const [isTyping, setTyping] = useState(false);
  const opening = useOpenShift(clerk);
  return (
    <main className="shift-open">
      <header className="shift-open-head">
        <Button variant="plain" icon="lock" onPress={onLock}>
          {words.nav.lock}
        </Button>
        <StatusPill />
      </header>
      <section className="shift-open-card">
        <p className="shift-soft">{format.day(clock.day())}</p>
        <h1>{shift.openTitle}</h1>
        <OpeningDrawer opening={opening} />
        <UnsafeDevice />
        {opening.problem !== null && (
          <Notice tone="mind" role="alert">
            {problemOf(opening.problem, words)}
          </Notice>
        )}
        <OpeningActs
          opening={opening}
          onType={() => {
            setTyping(true);
          }}
        />
      </section>
      <AmountSheet
        isOpen={isTyping}
        title={shift.otherTitle}
        label={shift.float}
        go={(sum) => sum}
        mayBeNothing
        onClose={() => {
          setTyping(false);
        }}
        onAmount={(amount) => {
          opening.typeFloat(amount);
          setTyping(false);
        }}
      />
    </main>
  );
}

/** Which drawer, who else uses it, and what lies in it. */
function OpeningDrawer({ opening: { drawer, shared, float } }: { readonly opening: OpeningShift }) {
  const words = useShiftWords();
  const names = useTillNames();
  const format = useFormat();
  return (
    <>
      {shared !== null && (
        <Notice tone="here" icon="tablet">
          {shared.is === 'countedHere'
            ? words.drawer.sharedHere(drawer?.name ?? words.drawer.name, names(shared.others))
            : words.drawer.sharedAt(drawer?.name ?? words.drawer.name, names([shared.till]))}
        </Notice>
      )}
      {shared?.is !== 'countedAt' && (
        <>
          <p className="shift-soft">{words.drawer.floatFrom[float?.from ?? 'rules']}</p>
          <dl className="shift-float">
            <dt>{drawer?.name ?? words.float}</dt>
            <dd>{float === null ? '–' : format.money(float.amount)}</dd>
          </dl>
        </>
      )}
    </>
  );
}

interface OpeningActsProps {
  readonly opening: OpeningShift;
  readonly onType: () => void;
}

function OpeningActs({ opening, onType }: OpeningActsProps) {
  const words = useShiftWords();
  const names = useTillNames();
  const format = useFormat();
  const { shared, float, isSaving } = opening;
  const isElsewhere = shared?.is === 'countedAt';
  const start = isElsewhere ? words.drawer.startInto : float && words.start(format.money(float.amount));
  return (
    <>
      <Button
        variant="go"
        size="charge"
        isWide
        isDisabled={float === null}
        isPending={isSaving}
        onPress={opening.open}
      >
        {isSaving ? words.opening : start}
      </Button>
      <Button size="large" isWide onPress={isElsewhere ? opening.countHere : onType}>
        {isElsewhere ? words.drawer.countHere(names([shared.till])) : words.other}
      </Button>
    </>
  );
}

/** Said before the first sale, while something can still be done about it. */
function UnsafeDevice() {
  const words = useWords().status;
  const { persistent, installed } = useLink().device;
  if (!installed) return <InstallGuide />;
  return persistent ? null : (
    <Notice tone="mind" icon="tablet">
      {words.unsafe}
    </Notice>
  );
}
