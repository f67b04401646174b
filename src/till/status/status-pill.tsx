/** The till's status in a few calm words; behind it the sheet with everything else. */
import { useState } from 'react';
import { latePart } from '../../ui/late-part.tsx';
import { Pill } from '../../ui/pill.tsx';
import { VisuallyHidden } from '../../ui/visually-hidden.tsx';
import { useStatus } from './use-status.ts';
import './status.css';

const StatusSheet = latePart(
  async () => (await import('./status-sheet.tsx')).StatusSheet,
  ({ isOpen, onClose }) => (isOpen ? onClose : null),
);

/** @param showsSentence draws the sentence beside the pill; it is read out in any case. */
export function StatusPill({ showsSentence = false }: { readonly showsSentence?: boolean }) {
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
