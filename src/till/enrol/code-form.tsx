/** The field for a code from the office, and what came of it. */
import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { useRareWords } from '../rare-words.ts';
import { CODE_LENGTH, showCode } from './enrolment-code.ts';
import { useEnrol, type CodeOutcome } from './use-enrol.ts';

interface CodeFormProps {
  readonly label: string;
  readonly go: string;
  readonly working: string;
  /** Does with the code what it is for. */
  readonly ask: (code: string) => Promise<CodeOutcome>;
  readonly onDone?: () => void;
}

export function CodeForm({ label, go, working, ask, onDone }: CodeFormProps) {
  const words = useRareWords().enrol;
  const { code, stage, isComplete, type, submit } = useEnrol(ask, onDone);
  const isWorking = stage.is === 'working';
  return (
    <form
      className="enrol-form"
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <label htmlFor="enrol-code">{label}</label>
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
        {isWorking ? working : go}
      </Button>
    </form>
  );
}
