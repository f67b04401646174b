/** The camera while its sheet is open: its picture, its lamp, and every code it sees. */
import { useEffect, useEffectEvent, useRef, useState, type RefObject } from 'react';
import { see, type Sightings } from './code-cooldown.ts';

export type CameraState = 'starting' | 'running' | 'refused' | 'absent' | 'taken';

export interface Camera {
  readonly video: RefObject<HTMLVideoElement | null>;
  readonly state: CameraState;
  readonly hasLamp: boolean;
  readonly isLit: boolean;
  readonly switchLamp: () => void;
}

/** Between two looks; the screen has to be drawn too. */
const LOOK_EVERY_MS = 120;

export function useCamera(onCode: (code: string) => void): Camera {
  const video = useRef<HTMLVideoElement>(null);
  const [state, setState] = useState<CameraState>('starting');
  const [track, setTrack] = useState<MediaStreamTrack | null>(null);
  const [isLit, setLit] = useState(false);
  const hear = useEffectEvent(onCode);
  // The camera is a device: it is on while the sheet is open, and not a moment longer.
  useEffect(() => {
    const leaving = new AbortController();
    const run = async () => {
      const stream = await openCamera();
      leaving.signal.addEventListener('abort', () => stopAll(stream));
      const place = video.current;
      if (leaving.signal.aborted || place === null) {
        stopAll(stream);
        return;
      }
      setTrack(stream.getVideoTracks()[0] ?? null);
      place.srcObject = stream;
      await place.play();
      setState('running');
      await lookForCodes(place, hear, leaving.signal);
    };
    run().catch((error: unknown) => {
      if (!leaving.signal.aborted) setState(troubleOf(error));
    });
    return () => {
      leaving.abort();
    };
  }, []);
  return {
    video,
    state,
    isLit,
    hasLamp: track !== null && track.getCapabilities().torch === true,
    switchLamp: () => {
      setLit(!isLit);
      void track?.applyConstraints({ advanced: [{ torch: !isLit }] }).catch(() => undefined);
    },
  };
}

/** The camera on the back; a tablet on a stand may have only the one in front. */
function openCamera(): Promise<MediaStream> {
  // Some engines have no cameras at all, whatever the types say.
  if (!('mediaDevices' in navigator)) return Promise.reject(new DOMException('no cameras', 'NotFoundError'));
  const video = { facingMode: 'environment', width: { ideal: 1280 }, height: { ideal: 720 } };
  return navigator.mediaDevices.getUserMedia({ video, audio: false });
}

async function lookForCodes(
  video: HTMLVideoElement,
  hear: (code: string) => void,
  signal: AbortSignal,
): Promise<void> {
  const { openBarcodeReader } = await import('./barcode-reader.ts');
  const read = await openBarcodeReader();
  let sightings: Sightings = new Map();
  const isOver = () => signal.aborted;
  while (!isOver()) {
    // A frame that cannot be read is followed by another.
    const code = await read(video).catch(() => null);
    if (code !== null && code !== '' && !isOver()) {
      const seen = see(sightings, code, performance.now());
      sightings = seen.sightings;
      if (seen.counts) hear(code);
    }
    await new Promise((done) => setTimeout(done, LOOK_EVERY_MS));
  }
}

function stopAll(stream: MediaStream): void {
  for (const track of stream.getTracks()) track.stop();
}

function troubleOf(error: unknown): CameraState {
  const name = error instanceof DOMException ? error.name : '';
  if (name === 'NotAllowedError' || name === 'SecurityError') return 'refused';
  return name === 'NotFoundError' || name === 'OverconstrainedError' ? 'absent' : 'taken';
}
