/** The first thing a new tablet shows: what it takes to become a till, and the field for the code. */
import { Button } from '../../ui/button.tsx';
import { Icon } from '../../ui/icon.tsx';
import { Mark } from '../../ui/mark.tsx';
import { Notice } from '../../ui/notice.tsx';
import { useWords } from '../till-context.ts';
import { CODE_LENGTH, showCode } from './enrolment-code.ts';
import { useEnrol, type EnrolControl } from './use-enrol.ts';
import './enrol.css';

export function EnrolScreen() {
  const words = useWords().enrol;
  return (
    <main className="enrol">
      <section className="enrol-card">
        <Mark size={56} />
        <h1>{words.title}</h1>
        <p className="enrol-lead">{words.lead}</p>
        <EnrolForm enrol={useEnrol()} />
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

function EnrolForm({ enrol }: { readonly enrol: EnrolControl }) {
  const words = useWords().enrol;
  const { code, stage, isComplete, type, submit } = enrol;
  const isWorking = stage.is === 'working';
  return (
    <form
      className="enrol-form"
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <label htmlFor="enrol-code">{words.code}</label>
      <input
        id="enrol-code"
        className="enrol-code"
        value={showCode(code)}
        autoFocus
        autoComplete="off"
        autoCapitalize="characters"
        spellCheck={false}
        disabled={isWorking}
        aria-describedby="enrol-left"
        onChange={(event) => {
          type(event.target.value);
        }}
      />
      <p id="enrol-left" className="enrol-left">
        {code !== '' && !isComplete && words.left(CODE_LENGTH - code.length)}
      </p>
      {stage.is === 'refused' && (
        <Notice tone="mind" icon="warning" role="alert">
          {words.refused[stage.why]}
        </Notice>
      )}
      <Button type="submit" variant="go" size="charge" isWide isDisabled={!isComplete} isPending={isWorking}>
        {isWorking ? words.working : words.go}
      </Button>
    </form>
  );
}
