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
  if (onLeave !== undefined) return <MissingSheet onTryAgain={onTryAgain} onLeave={onLeave} />;
  return (
    <Notice tone="mind" role="status" title={words.partMissing} action={<TryAgain onTryAgain={onTryAgain} />}>
      {words.partMissingLead}
    </Notice>
  );
}

interface MissingSheetProps extends MissingPartProps {
  readonly onLeave: () => void;
}

/** The browser's own dialog: the sheets of the app are fetched late themselves. */
function MissingSheet({ onTryAgain, onLeave }: MissingSheetProps) {
  const { words } = useUiLanguage();
  const dialog = useRef<HTMLDialogElement>(null);
  const titleId = useId();
  // Being modal is the browser's business.
  useEffect(() => dialog.current?.showModal(), []);
  return (
    <dialog className="missing-part" ref={dialog} aria-labelledby={titleId} onClose={onLeave}>
      <h2 id={titleId}>{words.partMissing}</h2>
      <p>{words.partMissingLead}</p>
      <div className="missing-part-acts">
        <Button size="large" onPress={onLeave}>
          {words.close}
        </Button>
        <TryAgain onTryAgain={onTryAgain} />
      </div>
    </dialog>
  );
}

function TryAgain({ onTryAgain }: Pick<MissingPartProps, 'onTryAgain'>) {
  const { words } = useUiLanguage();
  const [isTrying, setTrying] = useState(false);
  const press = () => {
    setTrying(true);
    void onTryAgain().finally(() => setTrying(false));
  };
  return (
    <Button variant="go" size="large" isPending={isTrying} onPress={press}>
      {words.tryAgain}
    </Button>
  );
}
