/** The till's sounds and their mute, which the tablet remembers. */
import { createContext, useContext, useSyncExternalStore } from 'react';
import { playSound, type SoundName } from './sounds.ts';

export interface Sound {
  readonly play: (name: SoundName) => void;
  readonly isMuted: boolean;
  readonly setMuted: (isMuted: boolean) => void;
}

export function useSound(): Sound {
  const isMuted = useSyncExternalStore(listen, readMuted);
  return { play: useContext(PlayContext), isMuted, setMuted };
}

const STORAGE_KEY = 'evertill.muted';
const listeners = new Set<() => void>();
/** Holds for this page where the browser keeps nothing. */
let mutedHere = false;

function play(name: SoundName): void {
  if (!readMuted()) playSound(name);
}

/** An octave lower: whoever only listens hears that this is not the real thing. */
export function playLow(name: SoundName): void {
  if (!readMuted()) playSound(name, 0.5);
}

export const PlayContext = createContext<Sound['play']>(play);

function setMuted(isMuted: boolean): void {
  mutedHere = isMuted;
  try {
    localStorage.setItem(STORAGE_KEY, isMuted ? 'yes' : 'no');
  } catch {
    // Storage is closed to us: the choice lasts as long as the page.
  }
  listeners.forEach((listener) => listener());
}

function readMuted(): boolean {
  try {
    const kept = localStorage.getItem(STORAGE_KEY);
    return kept === null ? mutedHere : kept === 'yes';
  } catch {
    return mutedHere;
  }
}

function listen(listener: () => void): () => void {
  listeners.add(listener);
  // Another window of the same tablet may change it.
  window.addEventListener('storage', listener);
  return () => {
    listeners.delete(listener);
    window.removeEventListener('storage', listener);
  };
}
