/** The lane that moves facts up. Nothing else of syncing can hold it up: sign-in and catalogue have lanes of their own. */
import type { PushAnswer } from '../protocol/push.ts';
import { beginTry } from './begin-try.ts';
import type { Exchanged, Line } from './exchange.ts';
import type { Try } from './link-watch.ts';
import { nextSendingStep, PROBE_EVERY_MS, type SendingStep } from './next-sending-step.ts';
import {
  afterFailure,
  afterHalving,
  afterProbe,
  afterSuccess,
  FRESH_PACE,
  withoutDelay,
  type Pace,
} from './pace.ts';
import { probeHead } from './push-facts.ts';
import { pushOrPass, type PushedOrPassed } from './push-or-pass.ts';
import type { Lane } from './run-lane.ts';
import { lineOf, type SyncContext } from './sync-context.ts';
import { takePushAnswer } from './take-push-answer.ts';
import type { Waker } from './waker.ts';

type PushStep = Extract<SendingStep, { readonly is: 'push' }>;
type ProbeStep = Extract<SendingStep, { readonly is: 'probe' }>;

export interface SendingLane extends Lane<SendingStep> {
  readonly tryNow: () => void;
  /** Head office may have news: it is asked now, unless a failure still delays everything. */
  readonly askSoon: () => void;
}

export function makeSendingLane(context: SyncContext, waker: Waker): SendingLane {
  const { journal, clock, chance, board } = context;
  let [pace, heardAt]: [Pace, number | null] = [FRESH_PACE, null];

  async function went(next: Pace, judged: 'well' | 'badly' | null, tried: Try): Promise<void> {
    pace = next;
    if (judged !== null) await board.judge('sending', judged, tried);
  }

  const failed = (exchanged: Exchanged<PushAnswer> | null): Pace =>
    afterFailure(pace, clock.mono(), floorOf(exchanged), chance.fraction());

  async function heard(inc: string, answer: PushAnswer): Promise<boolean> {
    const isProved = await takePushAnswer(journal, inc, answer);
    heardAt = clock.mono();
    context.newsToPull();
    return isProved;
  }

  async function settlePush(step: PushStep, pushed: PushedOrPassed, tried: Try): Promise<void> {
    const { sent, exchanged, passMissing } = pushed;
    const halved = exchanged.is === 'halve' ? afterHalving(pace, sent) : null;
    if (halved !== null) return went(halved, null, tried);
    if (exchanged.is !== 'ok') return went(failed(exchanged), 'badly', tried);
    const isProved = await heard(step.inc, exchanged.value);
    // A sealed answer that leaves the watermark where it was is no progress: slow down, or it would be asked for ever.
    const moved = isProved && exchanged.value.head.no !== step.after.no;
    return moved || (!isProved && (await passMissing(exchanged.value)))
      ? went(afterSuccess(pace, clock.mono(), exchanged.value.retryAfterMs ?? 0), 'well', tried)
      : went(failed(null), 'badly', tried);
  }

  async function settleProbe(step: ProbeStep, exchanged: Exchanged<PushAnswer>, tried: Try): Promise<void> {
    if (exchanged.is !== 'ok') return went(failed(exchanged), 'badly', tried);
    await heard(step.inc, exchanged.value);
    // While facts wait, only their arrival shows that sending works.
    return went(afterProbe(pace, clock.mono()), pace.circuit === 'closed' ? 'well' : null, tried);
  }

  async function talk(step: PushStep | ProbeStep, line: Line): Promise<void> {
    const endTry = beginTry(clock);
    if (step.is === 'probe') return settleProbe(step, await probeHead(line, journal, step), endTry());
    board.setSending(true);
    return settlePush(step, await pushOrPass(line, journal, step, step.limit, context.late), endTry());
  }

  return {
    next: async () =>
      nextSendingStep({ now: clock.mono(), branches: await journal.branches(), pace, heardAt }),
    take: async (step) => {
      const line = step.is === 'wait' ? null : await lineOf(context);
      if (step.is !== 'wait' && line !== null) return talk(step, line);
      board.setSending(false);
      return waker.wait(step.is === 'wait' ? step.ms : PROBE_EVERY_MS);
    },
    slowDown: async () => {
      pace = failed(null);
      board.setSending(false);
      await waker.wait(Math.max(0, pace.retryAt - clock.mono()));
    },
    tryNow: () => {
      [pace, heardAt] = [withoutDelay(pace, clock.mono()), null];
      waker.wake();
    },
    askSoon: () => {
      heardAt = null;
      waker.wake();
    },
  };
}

function floorOf(exchanged: Exchanged<PushAnswer> | null): number {
  return exchanged?.is === 'noNews' ? exchanged.retryAfterMs : 0;
}
