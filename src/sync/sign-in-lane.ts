/** Asks now and then whether head office's sign-in works. The answer feeds words on the screen and nothing else. */
import { classifyAnswer } from '../protocol/classify-answer.ts';
import { signInCheckSchema } from '../protocol/sign-in-check.ts';
import { ECHO_HEADER, PEOPLE_PREFIX } from '../protocol/till-messages.ts';
import { beginTry } from './begin-try.ts';
import { TRIES_TO_SAY_DOWN } from './link-watch.ts';
import { parseJson } from './parse-json.ts';
import type { Chance, Net } from './ports.ts';
import type { Lane } from './run-lane.ts';
import type { SyncContext } from './sync-context.ts';
import type { Waker } from './waker.ts';

export const SIGN_IN_CHECK = `${PEOPLE_PREFIX}/sign-in-check`;
const CHECK_DEADLINE_MS = 10_000;
const CHECK_EVERY_MS = 60_000;
/** Until it is clear whether one failure is an outage. */
const CHECK_AGAIN_MS = 3_000;

export interface SignInStep {
  readonly is: 'check';
  readonly afterMs: number;
}

export interface SignInLane extends Lane<SignInStep> {
  readonly tryNow: () => void;
  /** Head office is back in another respect: asks at once, and soon again, for its parts do not come back in one moment. */
  readonly askAnew: () => void;
}

/** A minute, give or take a quarter, so the tills of a shop do not ask in step; sooner while a failure is fresh. */
export function nextSignInStep(failures: number | null, fraction: number): SignInStep {
  if (failures === null) return { is: 'check', afterMs: 0 };
  const isUnsure = failures > 0 && failures < TRIES_TO_SAY_DOWN;
  const every = isUnsure ? CHECK_AGAIN_MS : CHECK_EVERY_MS;
  return { is: 'check', afterMs: Math.round(every * (0.75 + fraction / 2)) };
}

export function makeSignInLane(context: SyncContext, waker: Waker): SignInLane {
  const { net, clock, chance, board, journal } = context;
  let failures: number | null = null;
  return {
    next: () => Promise.resolve(nextSignInStep(failures, chance.fraction())),
    take: async ({ afterMs }) => {
      if (afterMs > 0) await waker.wait(afterMs);
      if ((await journal.credentials()) === null) return waker.wait(CHECK_EVERY_MS);
      const endTry = beginTry(clock);
      const isUp = await checkSignIn(net, chance);
      failures = isUp ? 0 : (failures ?? 0) + 1;
      await board.judge('signIn', isUp ? 'well' : 'badly', endTry());
    },
    slowDown: () => waker.wait(CHECK_EVERY_MS),
    tryNow: waker.wake,
    askAnew: () => {
      failures = 0;
      waker.wake();
    },
  };
}

export async function checkSignIn(net: Net, chance: Chance): Promise<boolean> {
  const nonce = chance.nonce();
  const headers = { [ECHO_HEADER]: nonce };
  const answer = await net.send({
    method: 'GET',
    target: SIGN_IN_CHECK,
    headers,
    body: null,
    deadlineMs: CHECK_DEADLINE_MS,
  });
  if (answer.is === 'failed') return false;
  const { status, isRedirect } = answer;
  const isTrusted = answer.header(ECHO_HEADER) === nonce;
  const fits = signInCheckSchema.safeParse(parseJson(answer.body)).success;
  return (
    classifyAnswer({ is: 'answer', status, isRedirect, isTrusted, fits, problem: null }, false).is === 'ok'
  );
}
