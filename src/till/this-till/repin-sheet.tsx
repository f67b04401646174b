/** A manager's code lets the till trust a head office whose keys are new; until then it sells on and keeps what it sells. */
import { Sheet } from '../../ui/sheet.tsx';
import { CodeForm } from '../enrol/code-form.tsx';
import { useRareWords } from '../rare-words.ts';
import { usePorts } from '../till-context.ts';
import '../enrol/enrol.css';

interface RepinSheetProps {
  readonly isOpen: boolean;
  readonly onClose: () => void;
  readonly onDone: () => void;
}

export function RepinSheet({ isOpen, onClose, onDone }: RepinSheetProps) {
  const words = useRareWords().repin;
  const { repin } = usePorts();
  return (
    <Sheet isOpen={isOpen} onClose={onClose} title={words.title}>
      <div className="this-till">
        <p>{words.lead}</p>
        <CodeForm label={words.code} go={words.go} working={words.working} ask={repin} onDone={onDone} />
        <ol className="enrol-steps">
          {words.steps.map((step) => (
            <li key={step}>{step}</li>
          ))}
        </ol>
      </div>
    </Sheet>
  );
}
