/**
 * Keeps a stream of hints open: at each, and at each opening, head office is asked what is new. A hint proves nothing and is
 * never relied on; without any, the timers of the lanes ask.
 */
import { makeProof } from '../journal/proof.ts';
import { sha256Hex } from '../journal/digest.ts';
import { PROOF_HEADER, TILL_ROUTES } from '../protocol/till-messages.ts';
import type { Line } from './exchange.ts';
import { afterFailure, FRESH_PACE, type Pace } from './pace.ts';
import type { Chance, Clock, Timers } from './ports.ts';

export interface OpenedHints {
  readonly target: string;
  readonly headers: Readonly<Record<string, string>>;
  /** Told at the opening, and at each hint. */
  readonly onHint: () => void;
  readonly signal: AbortSignal;
}

/** Returns when the stream is over, and whether it ever opened. It never throws. */
export type OpenHints = (opened: OpenedHints) => Promise<'heard' | 'refused'>;

export interface HintParts {
  /** Null on a tablet that is not enrolled. */
  readonly line: () => Promise<Line | null>;
  readonly hinted: () => void;
  readonly open: OpenHints;
  readonly clock: Pick<Clock, 'mono'>;
  readonly chance: Chance;
  readonly timers: Timers;
}

/** Until the till is enrolled, and has heard a nonce. */
const LOOK_MS = 2_000;
/** However many hints come, head office is not asked more often. */
const HINT_GAP_MS_MIN = 500;

export async function hearHints(parts: HintParts, signal: AbortSignal): Promise<void> {
  const { clock, chance, timers } = parts;
  const onHint = spaced(parts, signal);
  let pace: Pace = FRESH_PACE;
  while (!signal.aborted) {
    const heard = await hearOnce(parts, onHint, signal);
    // Streams end together when a server does; each comes back at a moment of its own.
    pace = afterFailure(heard === 'refused' ? pace : FRESH_PACE, clock.mono(), 0, chance.fraction());
    await timers.wait(heard === 'notYet' ? LOOK_MS : pace.retryAt - clock.mono(), signal);
  }
}

async function hearOnce(
  { line, open, chance }: HintParts,
  onHint: () => void,
  signal: AbortSignal,
): Promise<'heard' | 'refused' | 'notYet'> {
  const held = await line();
  if (held === null || held.nonce.current === '') return 'notYet';
  const { till, privateKey } = held.credentials;
  const target = TILL_ROUTES.hints;
  const proof = await makeProof(
    {
      till,
      method: 'GET',
      target,
      requestNonce: chance.nonce(),
      serverNonce: held.nonce.current,
      bodyDigest: await sha256Hex(''),
    },
    privateKey,
  );
  return open({ target, headers: { [PROOF_HEADER]: proof }, onHint, signal });
}

/** The first is passed on at once, those right behind it as one. */
function spaced({ hinted, timers }: HintParts, signal: AbortSignal): () => void {
  let resting = false;
  let again = false;
  const pass = async (): Promise<void> => {
    resting = true;
    hinted();
    await timers.wait(HINT_GAP_MS_MIN, signal);
    resting = false;
    if (!again || signal.aborted) return;
    again = false;
    await pass();
  };
  return () => {
    if (resting) again = true;
    else void pass();
  };
}
