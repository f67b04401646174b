/**
 * How much the till plane takes on at once. Beyond that it sheds at the door with a time to come back, because a queue that
 * only grows serves nobody in time. Pushes may fill it all; what can wait may fill only a part.
 */
import { refuse, type Refusal } from './refusal.ts';

export type Work = 'push' | 'probe' | 'pull';

export interface Admission {
  /** Runs the act, or refuses at once. */
  readonly run: <Result>(work: Work, act: () => Promise<Result>) => Promise<Result | Refusal>;
}

const UNDER_WAY_MAX = 48;
const shareOf = { push: 1, probe: 0.75, pull: 0.5 } as const satisfies Record<Work, number>;
const RETRY_AFTER_SECONDS_MAX = 5;

/** @param chance at least 0, below 1: spreads out those who come back. */
export function makeAdmission(chance: () => number, underWayMax: number = UNDER_WAY_MAX): Admission {
  let underWay = 0;
  return {
    run: async (work, act) => {
      if (underWay >= underWayMax * shareOf[work]) return overloaded(chance);
      underWay += 1;
      try {
        return await act();
      } catch (error) {
        if (isWaitForConnection(error)) return overloaded(chance);
        throw error;
      } finally {
        underWay -= 1;
      }
    },
  };
}

function overloaded(chance: () => number): Refusal {
  const seconds = 1 + Math.floor(chance() * RETRY_AFTER_SECONDS_MAX);
  return refuse(503, 'overloaded', 'Too much at once. Come back in a moment.', seconds);
}

/** The pool gives up waiting for a free connection after two seconds, and tells so in words only. */
function isWaitForConnection(error: unknown): boolean {
  return error instanceof Error && error.message === 'timeout exceeded when trying to connect';
}
