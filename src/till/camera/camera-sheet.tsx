/** Scanning by the tablet's camera: the picture, one code after the other, until it is closed. */
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import { Spinner } from '../../ui/spinner.tsx';
import { useWords } from '../till-context.ts';
import { useCamera, type Camera } from './use-camera.ts';
import './camera.css';

interface CameraSheetProps {
  readonly onCode: (code: string) => void;
  readonly onClose: () => void;
  /** What the last code came to: the line that was added, or what went wrong. */
  readonly news: string | null;
}

export function CameraSheet({ onCode, onClose, news }: CameraSheetProps) {
  const words = useWords().camera;
  const camera = useCamera(onCode);
  return (
    <Sheet
      isOpen
      onClose={onClose}
      title={words.title}
      size="medium"
      footer={
        <>
          {camera.hasLamp && (
            <Button size="large" aria-pressed={camera.isLit} onPress={camera.switchLamp}>
              {words.lamp}
            </Button>
          )}
          <Button variant="go" size="large" onPress={onClose}>
            {words.done}
          </Button>
        </>
      }
    >
      <Viewfinder camera={camera} />
      <p className="camera-news" role="status">
        {camera.state === 'running' ? (news ?? words.hint) : ''}
      </p>
    </Sheet>
  );
}

function Viewfinder({ camera: { state, video } }: { readonly camera: Camera }) {
  const words = useWords().camera;
  const isWorking = state === 'starting' || state === 'running';
  return (
    <div className="camera" data-state={state}>
      <video ref={video} muted playsInline hidden={!isWorking} aria-label={words.picture} />
      {state === 'running' && <span className="camera-frame" />}
      {state === 'starting' && <Spinner label={words.starting} />}
      {!isWorking && (
        <EmptyState icon="scan" title={words[state]}>
          {words[`${state}Lead`]}
        </EmptyState>
      )}
    </div>
  );
}
