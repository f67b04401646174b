/** Before the first sale of a shift: what lies in the drawer, on which trading day. */
import { useState } from 'react';
import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { StatusPill } from '../status/status-pill.tsx';
import { useLink } from '../status/use-status.ts';
import { useFormat, usePorts, useShop, useWords, type Person } from '../till-context.ts';
import { AmountSheet } from '../ask/amount-sheet.tsx';
import { problemOf } from './shift-problem.ts';
import { useShiftWords } from './shift-words.ts';
import { useOpenShift } from './use-open-shift.ts';
import './shift.css';

interface OpenShiftScreenProps {
  readonly clerk: Person;
  readonly onLock: () => void;
}

export function OpenShiftScreen({ clerk, onLock }: OpenShiftScreenProps) {
  const words = useWords();
  const shift = useShiftWords();
  const { clock } = usePorts();
  const { roster } = useShop();
  const format = useFormat();
  const [float, setFloat] = useState(roster.policy.float);
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
        <p className="shift-soft">{shift.openLead}</p>
        <dl className="shift-float">
          <dt>{shift.float}</dt>
          <dd>{format.money(float)}</dd>
        </dl>
        <UnsafeDevice />
        {opening.problem !== null && (
          <Notice tone="mind" role="alert">
            {problemOf(opening.problem, words)}
          </Notice>
        )}
        <Button
          variant="go"
          size="charge"
          isWide
          isPending={opening.isSaving}
          onPress={() => {
            opening.open(float);
          }}
        >
          {opening.isSaving ? shift.opening : shift.start(format.money(float))}
        </Button>
        <Button
          size="large"
          isWide
          onPress={() => {
            setTyping(true);
          }}
        >
          {shift.other}
        </Button>
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
          setFloat(amount);
          setTyping(false);
        }}
      />
    </main>
  );
}

/** Said before the first sale, while something can still be done about it. */
function UnsafeDevice() {
  const words = useWords().status;
  const { persistent, installed } = useLink().device;
  if (persistent && installed) return null;
  return (
    <Notice tone="mind" icon="tablet">
      {words.unsafe}
    </Notice>
  );
}
