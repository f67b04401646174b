/** Says that a part of the app is not on this device yet, and tries to fetch it again; whatever else goes on is not touched. */
import { useEffect, useId, useRef, useState } from 'react';
import { Button } from './button.tsx';
import { Notice } from './notice.tsx';
import { useUiLanguage } from './ui-language.ts';
import './missing-part.css';

interface MissingPartProps {
  readonly onTryAgain: () => Promise<void>;
  /** The way back, if the part covers what was there before; without one this is a line within the screen. */
  readonly onLeave?: () => void;
}

export function MissingPart({ onTryAgain, onLeave }: MissingPartProps) {
  const { words } = useUiLanguage();
  const trying = useTrying(onTryAgain);
  const lead = trying.hasFailed ? words.partStaysMissing : words.partMissingLead;
  if (onLeave !== undefined) return <MissingSheet lead={lead} trying={trying} onLeave={onLeave} />;
  return (
    <Notice tone="mind" role="status" title={words.partMissing} action={<Tries {...trying} />}>
      {lead}
    </Notice>
  );
}

interface MissingSheetProps {
  readonly lead: string;
  readonly trying: Trying;
  readonly onLeave: () => void;
}

/** The browser's own dialog: the sheets of the app are fetched late themselves. */
function MissingSheet({ lead, trying, onLeave }: MissingSheetProps) {
  const { words } = useUiLanguage();
  const dialog = useRef<HTMLDialogElement>(null);
  const titleId = useId();
  // Being modal is the browser's business.
  useEffect(() => dialog.current?.showModal(), []);
  return (
    <dialog className="missing-part" ref={dialog} aria-labelledby={titleId} onClose={onLeave}>
      <h2 id={titleId}>{words.partMissing}</h2>
      <p>{lead}</p>
      <div className="missing-part-acts">
        <Button size="large" onPress={onLeave}>
          {words.close}
        </Button>
        <Tries {...trying} />
      </div>
    </dialog>
  );
}

/** A browser that keeps the failure of a module for as long as its page lives never asks for it again: a new start is offered then. */
function Tries({ isTrying, hasFailed, tryAgain }: Trying) {
  const { words } = useUiLanguage();
  return (
    <>
      {hasFailed && (
        <Button size="large" onPress={() => location.reload()}>
          {words.startAgain}
        </Button>
      )}
      <Button variant="go" size="large" isPending={isTrying} onPress={tryAgain}>
        {words.tryAgain}
      </Button>
    </>
  );
}

interface Trying {
  readonly isTrying: boolean;
  readonly hasFailed: boolean;
  readonly tryAgain: () => void;
}

function useTrying(onTryAgain: () => Promise<void>): Trying {
  const [isTrying, setTrying] = useState(false);
  const [hasFailed, setFailed] = useState(false);
  const tryAgain = () => {
    setTrying(true);
    void onTryAgain().finally(() => {
      setTrying(false);
      // Where it succeeded, the part stands here instead.
      setFailed(true);
    });
  };
  return { isTrying, hasFailed, tryAgain };
}
