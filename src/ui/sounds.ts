/** Three short sounds a clerk knows without looking: accepted, unknown, blocked. Made by the browser, so there is nothing to load. */

export type SoundName = 'accepted' | 'unknown' | 'blocked';

interface Tone {
  readonly hertz: number;
  readonly startsAtMs: number;
  readonly lastsMs: number;
  readonly wave: OscillatorType;
}

/** High and short, low and twice, low and long: told apart by rhythm as well as pitch, in a loud shop and by a bad speaker. */
const SOUNDS: Readonly<Record<SoundName, readonly Tone[]>> = {
  accepted: [{ hertz: 1320, startsAtMs: 0, lastsMs: 70, wave: 'sine' }],
  unknown: [
    { hertz: 440, startsAtMs: 0, lastsMs: 110, wave: 'triangle' },
    { hertz: 330, startsAtMs: 150, lastsMs: 160, wave: 'triangle' },
  ],
  blocked: [{ hertz: 196, startsAtMs: 0, lastsMs: 380, wave: 'square' }],
};

const LOUDNESS: Readonly<Record<OscillatorType, number>> = {
  sine: 0.25,
  triangle: 0.3,
  square: 0.1,
  sawtooth: 0.1,
  custom: 0.1,
};

/** Made at the first sound: a browser lets a page sound only after a person has touched it. */
let context: AudioContext | null = null;

/** @param pitch 1 as it is; half of it an octave lower. */
export function playSound(name: SoundName, pitch = 1): void {
  if (typeof AudioContext === 'undefined') return;
  context ??= new AudioContext();
  const audio = context;
  if (audio.state === 'suspended') {
    audio.resume().catch(() => {
      // Not touched yet: silence is right, the screen says the same.
    });
  }
  for (const tone of SOUNDS[name]) playTone(audio, { ...tone, hertz: tone.hertz * pitch });
}

function playTone(audio: AudioContext, { hertz, startsAtMs, lastsMs, wave }: Tone): void {
  const from = audio.currentTime + startsAtMs / 1000;
  const to = from + lastsMs / 1000;
  const oscillator = new OscillatorNode(audio, { type: wave, frequency: hertz });
  const gain = new GainNode(audio, { gain: 0 });
  // A sudden start or end is heard as a click.
  gain.gain.setValueAtTime(0, from);
  gain.gain.linearRampToValueAtTime(LOUDNESS[wave], from + RAMP_SECONDS);
  gain.gain.setValueAtTime(LOUDNESS[wave], to - RAMP_SECONDS);
  gain.gain.linearRampToValueAtTime(0, to);
  oscillator.connect(gain).connect(audio.destination);
  oscillator.start(from);
  oscillator.stop(to);
}

const RAMP_SECONDS = 0.008;
