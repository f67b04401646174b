/** Setting a shop up: the steps with how far each is, and the one that is being done. */
import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef, type ReactNode } from 'react';
import { Link, Redirect } from 'wouter';
import { SET_UP_STEPS, type SetUp, type SetUpStep } from '../../protocol/set-up-messages.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Icon } from '../../ui/icon.tsx';
import { Panel } from '../../ui/panel.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { VisuallyHidden } from '../../ui/visually-hidden.tsx';
import { AnswerView } from '../answer-view.tsx';
import { meQuery } from '../ask/me-query.ts';
import { useShop } from '../shop-context.ts';
import { usePlace } from '../use-place.ts';
import { DoneStep } from './done-step.tsx';
import { maySetUp } from './may-set-up.ts';
import { nextOpenStep } from './next-step.ts';
import { SetUpStepView } from './set-up-step.tsx';
import { setUpWords as words } from './set-up-words.ts';
import { useSetUp, type SetUpDesk } from './use-set-up.ts';
import './set-up.css';

const DONE = 'done';

/** @param step of the address; absent: wherever it goes on */
export function SetUpScreen({ step }: { readonly step: string | undefined }) {
  const me = useQuery(meQuery).data;
  if (me !== undefined && me !== null && !maySetUp(me))
    return (
      <div className="office-page">
        <EmptyState icon="office" title={words.title}>
          {words.notYours}
        </EmptyState>
      </div>
    );
  return <OwnersSetUp step={step} />;
}

function OwnersSetUp({ step }: { readonly step: string | undefined }) {
  const desk = useSetUp();
  return (
    <div className="office-page set-up">
      <AnswerView
        query={desk.setUp}
        waiting={
          <Panel>
            <Skeleton lines={8} height={40} />
          </Panel>
        }
      >
        {(setUp) => <Steps setUp={setUp} desk={desk} step={step} />}
      </AnswerView>
    </div>
  );
}

interface StepsProps {
  readonly setUp: SetUp;
  readonly desk: SetUpDesk;
  readonly step: string | undefined;
}

function Steps({ setUp, desk, step }: StepsProps) {
  const { format } = useShop();
  const place = usePlace();
  const here = SET_UP_STEPS.find((one) => one === step);
  if (here === undefined && step !== DONE)
    return <Redirect to={place.to(pathOf(nextOpenStep(setUp, null)))} replace />;
  const done = setUp.steps.filter(({ is }) => is === 'done').length;
  const goOn = (answer: SetUp) => place.go(pathOf(nextOpenStep(answer, here ?? null)));
  return (
    <>
      <header className="office-head">
        <div className="office-head-words">
          <p className="office-head-shop">{setUp.business.name}</p>
          <h1>{words.title}</h1>
        </div>
        <p className="office-soft">{words.progress(format.count(done), format.count(SET_UP_STEPS.length))}</p>
      </header>
      <div className="set-up-columns">
        <StepList setUp={setUp} here={here ?? null} />
        {here === undefined ? (
          <DoneStep setUp={setUp} />
        ) : (
          <Arrival key={here}>
            <SetUpStepView step={here} setUp={setUp} desk={desk} goOn={goOn} />
          </Arrival>
        )}
      </div>
    </>
  );
}

function pathOf(step: SetUpStep | null): string {
  return `/set-up/${step ?? DONE}`;
}

interface StepListProps {
  readonly setUp: SetUp;
  readonly here: SetUpStep | null;
}

function StepList({ setUp, here }: StepListProps) {
  const { format } = useShop();
  const place = usePlace();
  return (
    <nav className="set-up-list" aria-label={words.list}>
      <ol>
        {setUp.steps.map(({ step, is }, at) => (
          <li key={step}>
            <Link
              href={place.to(pathOf(step))}
              className="set-up-link"
              data-is={is}
              aria-current={step === here ? 'step' : undefined}
            >
              <span className="set-up-mark num" aria-hidden="true">
                {is === 'done' ? <Icon name="check" size={18} /> : format.count(at + 1)}
              </span>
              <span className="set-up-name">{words.names[step]}</span>
              <VisuallyHidden>, {words.states[is]}</VisuallyHidden>
              {is === 'skipped' && (
                <span className="set-up-skipped" aria-hidden="true">
                  {words.states.skipped}
                </span>
              )}
            </Link>
          </li>
        ))}
      </ol>
    </nav>
  );
}

/** Who comes from another step begins at this one's heading, by keyboard and by ear. */
function Arrival({ children }: { readonly children: ReactNode }) {
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => place.current?.querySelector('h2')?.focus(), []);
  return (
    <div ref={place} className="set-up-here">
      {children}
    </div>
  );
}
