/** The browser lost this till, its key too: a manager's code binds a new key to the same till, and what waited is sent. */
import { Icon } from '../../ui/icon.tsx';
import { Notice } from '../../ui/notice.tsx';
import { useArrival } from '../use-arrival.ts';
import { useRareWords } from '../rare-words.ts';
import { usePorts } from '../till-context.ts';
import type { LostTill } from '../till-ports.ts';
import { CodeForm } from './code-form.tsx';
import './enrol.css';

export function LostTillScreen({ till }: { readonly till: LostTill }) {
  const words = useRareWords();
  const { lost } = words;
  const heading = useArrival();
  return (
    <main className="enrol">
      <section className="enrol-card">
        <Icon name="warning" size={48} className="enrol-lost-mark" />
        <h1 ref={heading} tabIndex={-1}>
          {lost.title}
        </h1>
        <p className="enrol-lead">
          {till.keepsJournal ? lost.leadKeyless(till.tillName) : lost.lead(till.tillName)}
        </p>
        <Notice tone="here" icon="tablet">
          {till.keepsJournal ? lost.keptHere : lost.kept}
        </Notice>
        <CodeForm label={lost.code} go={lost.go} working={lost.working} ask={usePorts().enrol} />
        <ol className="enrol-steps">
          {lost.steps.map((step) => (
            <li key={step}>{step}</li>
          ))}
        </ol>
        <p className="enrol-lead">{lost.warning}</p>
        <a className="enrol-office" href="/office">
          <Icon name="office" /> {words.enrol.office}
        </a>
      </section>
    </main>
  );
}
