/** Applies the admission rule to real requests: each runs, waits its turn, or is sent away with a time to come back. */
import {
  ADMISSION_LIMITS,
  arrive,
  EMPTY_DESK,
  expire,
  leave,
  retryAfterSeconds,
  type AdmissionLimits,
  type Moved,
  type Work,
} from './admission-rule.ts';
import { refuse, type Refusal } from './refusal.ts';

export interface AskedWork {
  readonly work: Work;
  /** Whose work it is, as far as it is known at the door. */
  readonly business: string;
  /** Aborted when the caller has gone. */
  readonly signal: AbortSignal;
}

export interface Admission {
  readonly run: <Result>(asked: AskedWork, act: () => Promise<Result>) => Promise<Result | Refusal>;
}

export interface AdmissionOptions {
  /** At least 0, below 1. */
  readonly chance: () => number;
  readonly limits?: AdmissionLimits;
}

type Turn = 'start' | 'shed' | 'gone';

export function makeAdmission({ chance, limits = ADMISSION_LIMITS }: AdmissionOptions): Admission {
  let desk = EMPTY_DESK;
  let last = 0;
  const turns = new Map<number, (turn: Turn) => void>();

  function take({ desk: after, started, shed }: Moved): void {
    desk = after;
    for (const { id } of started) turns.get(id)?.('start');
    for (const { id } of shed) turns.get(id)?.('shed');
  }

  function waitForTurn(id: number, { work, business, signal }: AskedWork): Promise<Turn> {
    const at = performance.now();
    const timer = setTimeout(() => take(expire(desk, performance.now(), limits)), limits.waitMsMax + 1);
    const goAway = (): void => turns.get(id)?.('gone');
    return new Promise<Turn>((resolve) => {
      turns.set(id, (turn) => {
        turns.delete(id);
        clearTimeout(timer);
        signal.removeEventListener('abort', goAway);
        resolve(turn);
      });
      signal.addEventListener('abort', goAway);
      take(arrive(desk, { id, work, business, at }, limits));
    });
  }

  return {
    run: async (asked, act) => {
      last += 1;
      const id = last;
      const turn = asked.signal.aborted ? 'gone' : await waitForTurn(id, asked);
      if (turn === 'shed') return overloaded(retryAfterSeconds(desk, chance()));
      const began = performance.now();
      try {
        return turn === 'gone' || asked.signal.aborted ? GONE : await act();
      } catch (error) {
        // What runs for a caller who has gone is cut short in whatever way.
        if (asked.signal.aborted || isForLackOfTime(error))
          return overloaded(retryAfterSeconds(desk, chance()));
        throw error;
      } finally {
        take(leave(desk, id, turn === 'gone' ? null : performance.now() - began, limits));
      }
    },
  };
}

/** Nobody hears it. */
export const GONE = refuse(503, 'overloaded', 'The caller has gone.');

function overloaded(seconds: number): Refusal {
  return refuse(503, 'overloaded', 'Too much at once. Come back in a moment.', seconds);
}

/** Cancelled at the statement's time limit, or a lock not given in time: SQLSTATE. */
const OUT_OF_TIME = new Set(['57014', '55P03']);
/** The pool gives up waiting for a connection, and tells so in words only. */
const NO_CONNECTION =
  /^timeout exceeded when trying to connect$|^Connection terminated due to connection timeout$/;

function isForLackOfTime(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  return ('code' in error && OUT_OF_TIME.has(String(error.code))) || NO_CONNECTION.test(error.message);
}
