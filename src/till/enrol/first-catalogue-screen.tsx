/** Between enrolment and the first sale: the products are on their way. */
import { Mark } from '../../ui/mark.tsx';
import { ProgressBar } from '../../ui/progress-bar.tsx';
import { StatusPill } from '../status/status-pill.tsx';
import { useLink } from '../status/use-status.ts';
import { useRareWords } from '../rare-words.ts';
import { useShop, useWords } from '../till-context.ts';
import './enrol.css';

export function FirstCatalogueScreen() {
  const words = useWords();
  const rare = useRareWords().enrol;
  const { roster } = useShop();
  const isStuck = useLink().catalogue.is === 'down';
  const { businessName, shopName } = roster.policy;
  return (
    <main className="enrol">
      <section className="enrol-card">
        <Mark size={56} />
        <h1>{words.lock.place(businessName, shopName, roster.tillName)}</h1>
        <p className="enrol-lead">{isStuck ? rare.loadingSlow : rare.loadingLead}</p>
        <ProgressBar label={rare.loading} />
        <StatusPill />
      </section>
    </main>
  );
}
