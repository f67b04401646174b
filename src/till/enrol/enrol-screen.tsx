/** The first thing a new tablet shows: what it takes to become a till, and the field for the code. */
import { Icon } from '../../ui/icon.tsx';
import { Mark } from '../../ui/mark.tsx';
import { useRareWords } from '../rare-words.ts';
import { usePorts } from '../till-context.ts';
import { CodeForm } from './code-form.tsx';
import './enrol.css';

export function EnrolScreen() {
  const words = useRareWords().enrol;
  return (
    <main className="enrol">
      <section className="enrol-card">
        <Mark size={56} />
        <h1>{words.title}</h1>
        <p className="enrol-lead">{words.lead}</p>
        <CodeForm label={words.code} go={words.go} working={words.working} ask={usePorts().enrol} />
        <ol className="enrol-steps">
          {words.steps.map((step) => (
            <li key={step}>{step}</li>
          ))}
        </ol>
        <a className="enrol-office" href="/office">
          <Icon name="office" /> {words.office}
        </a>
      </section>
    </main>
  );
}
