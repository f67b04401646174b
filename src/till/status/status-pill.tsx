/** The till's status in a few calm words; behind it the sheet with everything else. */
import { memo, useState } from 'react';
import { latePart } from '../../ui/late-part.tsx';
import { Pill } from '../../ui/pill.tsx';
import { VisuallyHidden } from '../../ui/visually-hidden.tsx';
import { useIsPractice } from '../practice/practice-context.ts';
import { useWords } from '../till-context.ts';
import { useStatus } from './use-status.ts';
import './status.css';

const StatusSheet = latePart(
  async () => (await import('./status-sheet.tsx')).StatusSheet,
  ({ isOpen, onClose }) => (isOpen ? onClose : null),
);

interface StatusPillProps {
  /** Draws the sentence beside the pill; it is read out in any case. */
  readonly showsSentence?: boolean;
}

/** What is rung up draws none of it again. */
export const StatusPill = memo(function StatusPill(props: StatusPillProps) {
  return useIsPractice() ? <PracticePill /> : <RealStatus {...props} />;
});

function RealStatus({ showsSentence = false }: StatusPillProps) {
  const status = useStatus();
  const [isOpen, setOpen] = useState(false);
  const [wasOpened, setOpened] = useState(false);
  const { view } = status;
  return (
    <div className="status-line">
      <Pill
        tone={view.tone}
        icon={view.icon}
        onPress={() => {
          setOpened(true);
          setOpen(true);
        }}
      >
        {view.pill}
      </Pill>
      <span className="status-sentence" role="status">
        {showsSentence ? view.sentence : <VisuallyHidden>{view.sentence}</VisuallyHidden>}
      </span>
      {wasOpened && (
        <StatusSheet
          status={status}
          isOpen={isOpen}
          onClose={() => {
            setOpen(false);
          }}
        />
      )}
    </div>
  );
}

/** In practice there is no head office to speak of. */
function PracticePill() {
  return (
    <div className="status-line">
      <Pill tone="mind" icon="refresh">
        {useWords().practice}
      </Pill>
    </div>
  );
}
