/** The daily screen: is everything in, does the cash agree, who needs a word? It refreshes itself while it is looked at. */
import { useQuery } from '@tanstack/react-query';
import type { Reconciliation } from '../../protocol/people-messages.ts';
import { Skeleton } from '../../ui/skeleton.tsx';
import { AnswerView } from '../answer-view.tsx';
import { reconciliationQuery } from '../ask/reconciliation-query.ts';
import { useShop } from '../shop-context.ts';
import { usePlace } from '../use-place.ts';
import { CardsPanel } from './cards-panel.tsx';
import { DayCards } from './day-cards.tsx';
import { DayHead } from './day-head.tsx';
import { DrawersPanel } from './drawers-panel.tsx';
import { DrillsPanel } from './drills-panel.tsx';
import { FiguresPanel } from './figures-panel.tsx';
import { FlagsPanel } from './flags-panel.tsx';
import { OutageBanners } from './outage-banners.tsx';
import { OutagesPanel } from './outages-panel.tsx';
import { SilentAlarms } from './silent-alarms.tsx';
import { SignOffAction } from './sign-off-action.tsx';
import { SignaturesPanel } from './signatures-panel.tsx';
import { TillsPanel } from './tills-panel.tsx';
import './reconcile.css';

export function ReconcileScreen() {
  const { shop } = useShop();
  const day = usePlace().day ?? shop.today;
  const query = useQuery(reconciliationQuery(shop.id, day));
  return (
    <div className="office-page">
      <DayHead
        day={day}
        readAt={query.data?.readAt ?? null}
        action={query.data !== undefined && <SignOffAction key={day} {...query.data} />}
      />
      <AnswerView query={query} waiting={<WaitingDay />}>
        {(reconciliation) => <Day reconciliation={reconciliation} />}
      </AnswerView>
    </div>
  );
}

function Day({ reconciliation }: { readonly reconciliation: Reconciliation }) {
  return (
    <>
      <SilentAlarms {...reconciliation} />
      <OutageBanners reconciliation={reconciliation} />
      <DayCards reconciliation={reconciliation} />
      <TillsPanel {...reconciliation} />
      <DrawersPanel drawers={reconciliation.drawerDays} />
      <CardsPanel cards={reconciliation.cards} />
      <div className="reconcile-pair">
        <FlagsPanel {...reconciliation} />
        <FiguresPanel takings={reconciliation.takings} />
      </div>
      <SignaturesPanel signOff={reconciliation.signOff} />
      {reconciliation.outages.length > 0 && (
        <OutagesPanel day={reconciliation.day} outages={reconciliation.outages} />
      )}
      {reconciliation.drills.length > 0 && <DrillsPanel drills={reconciliation.drills} />}
    </>
  );
}

function WaitingDay() {
  return (
    <>
      <div className="reconcile-cards">
        {['takings', 'received', 'cash', 'card'].map((card) => (
          <div key={card} className="reconcile-waiting">
            <Skeleton lines={3} height={24} />
          </div>
        ))}
      </div>
      <div className="reconcile-waiting">
        <Skeleton lines={6} height={34} />
      </div>
    </>
  );
}
