/**
 * Practice: the till's real screens on a till of their own, under a band that never goes. What is done here cannot reach the real
 * journal, for nothing here is given it.
 */
import { useMemo, useReducer, type ReactNode } from 'react';
import { uuidv7 } from 'uuidv7';
import { startSale } from '../../domain/open-sale.ts';
import { Button } from '../../ui/button.tsx';
import { CalmScreen } from '../../ui/calm-screen.tsx';
import { latePart } from '../../ui/late-part.tsx';
import { Spinner } from '../../ui/spinner.tsx';
import { playLow, PlayContext } from '../../ui/use-sound.ts';
import { Counter } from '../counter/counter.tsx';
import { locksNow } from '../lock/idle-rule.ts';
import { useUntouched } from '../lock/use-idle-lock.ts';
import { makeShopFormat } from '../shop-format.ts';
import { PortsContext, ShopContext, SignedInContext, useShop } from '../till-context.ts';
import type { PracticeShop, PracticeTill } from '../till-ports.ts';
import { useTill } from '../use-till.ts';
import { CoachBar } from './coach-bar.tsx';
import { PracticeContext } from './practice-context.ts';
import { practiceStep, START_OF_PRACTICE, type PracticeEvent } from './practice-progress.ts';
import { usePracticeTill } from './use-practice-till.ts';
import { usePracticeWords } from './practice-words.ts';
import { useWatchedDesk } from './use-watched-desk.ts';
import './practice.css';

const OpenShiftScreen = latePart(
  async () => (await import('../shift/open-shift-screen.tsx')).OpenShiftScreen,
  ({ onLock }) => onLock,
);

interface LeaveProps {
  readonly onLeave: () => void;
}

export function Practice({ onLeave }: LeaveProps) {
  const words = usePracticeWords();
  const opening = usePracticeTill();
  useIdleLeave(onLeave);
  switch (opening.is) {
    case 'opening':
      return (
        <main className="till-starting">
          <Spinner label={words.opening} />
        </main>
      );
    case 'cannotOpen':
      return (
        <CalmScreen
          title={words.cannotOpen}
          icon="warning"
          tone="mind"
          actions={
            <>
              <Button variant="go" size="large" onPress={opening.tryAgain}>
                {words.tryAgain}
              </Button>
              <Button size="large" onPress={onLeave}>
                {words.leave}
              </Button>
            </>
          }
        >
          {words.cannotOpenLead}
        </CalmScreen>
      );
    case 'open':
      return (
        <InPractice till={opening.till} shop={opening.shop}>
          <PractisedTill till={opening.till} shop={opening.shop} onLeave={onLeave} />
        </InPractice>
      );
  }
}

/** Whatever is open: nothing here can be lost. */
function useIdleLeave(onLeave: () => void): void {
  const { policy } = useShop().roster;
  useUntouched((untouchedMs) => {
    if (locksNow(policy, { untouchedMs, isHeld: false })) onLeave();
  });
}

interface PracticeProps {
  readonly till: PracticeTill;
  readonly shop: PracticeShop;
}

function InPractice({ till, shop, children }: PracticeProps & { readonly children: ReactNode }) {
  const { roster, clerk } = shop;
  const around = useMemo(() => ({ roster, format: makeShopFormat(roster.policy) }), [roster]);
  return (
    <PortsContext value={till.ports}>
      <ShopContext value={around}>
        <SignedInContext value={clerk}>
          <PlayContext value={playLow}>{children}</PlayContext>
        </SignedInContext>
      </ShopContext>
    </PortsContext>
  );
}

function PractisedTill({ till, shop, onLeave }: PracticeProps & LeaveProps) {
  const control = useTill(till.ports, shop.clerk);
  const [progress, send] = useReducer(practiceStep, START_OF_PRACTICE);
  const { desk, stage } = control;
  useWatchedDesk(desk, send);
  /** What lies in the basket belonged to the sale before; while it is being paid it stays. */
  const move = (event: PracticeEvent) => {
    const isSelling = progress.seen.place === 'sell';
    if (isSelling && desk !== null && desk.current().sale.lines.length > 0)
      desk.send({ is: 'empty', next: startSale(uuidv7()) });
    send(event);
  };
  return (
    <PracticeContext value={send}>
      <div className="practice">
        <CoachBar progress={progress} send={move} onLeave={onLeave} />
        <div className="practice-stage">
          {stage.is === 'counter' && desk !== null && (
            <Counter
              clerk={stage.clerk}
              shift={stage.shift}
              desk={desk}
              till={{ ...control, lock: onLeave }}
            />
          )}
          {stage.is === 'openShift' && <OpenShiftScreen clerk={stage.clerk} onLock={onLeave} />}
        </div>
      </div>
    </PracticeContext>
  );
}
