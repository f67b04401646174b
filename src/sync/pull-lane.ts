/** The lane that brings reference data down: the signed roster whole, the catalogue page by page. */
import { pullAnswerSchema, type PullAnswer } from '../protocol/pull.ts';
import { TILL_ROUTES } from '../protocol/till-messages.ts';
import { PROTOCOL_VERSION } from '../protocol/version.ts';
import { beginTry } from './begin-try.ts';
import { exchange, type Exchanged, type Line } from './exchange.ts';
import { CATALOGUE_EVERY_MS, nextPullStep, type PullStep } from './next-pull-step.ts';
import { afterFailure, afterSuccess, FRESH_PACE, withoutDelay, type Pace } from './pace.ts';
import type { Journal } from './ports.ts';
import type { Lane } from './run-lane.ts';
import { lineOf, type SyncContext } from './sync-context.ts';
import type { Waker } from './waker.ts';

const PULL_DEADLINE_MS = 20_000;

export interface PullLane extends Lane<PullStep> {
  readonly tryNow: () => void;
}

type Request = Exclude<PullStep, { readonly is: 'wait' }>;

export function makePullLane(context: SyncContext, waker: Waker): PullLane {
  const { journal, clock, chance, board } = context;
  let pace: Pace = FRESH_PACE;
  let ahead: NextPage | null = null;
  let readAt: { roster: number | null; catalogue: number | null } = { roster: null, catalogue: null };

  async function talk(step: Request, line: Line): Promise<void> {
    const endTry = beginTry(clock);
    const asked = step.is === 'pullCatalogue' && step.cursor === ahead?.cursor ? ahead.pulled : null;
    const pulled = await (asked ?? pull(journal, line, step));
    // The next page is on its way while this one is kept.
    ahead = askAhead(journal, line, pulled);
    const kept = pulled.is === 'ok' ? await keep(journal, pulled.value) : 'refused';
    const floor = pulled.is === 'noNews' ? pulled.retryAfterMs : 0;
    const now = clock.mono();
    if (kept === 'whole') readAt = { ...readAt, [step.is === 'pullRoster' ? 'roster' : 'catalogue']: now };
    pace =
      kept === 'refused' ? afterFailure(pace, now, floor, chance.fraction()) : afterSuccess(pace, now, 0);
    await board.judge('catalogue', kept === 'refused' ? 'badly' : 'well', endTry());
  }

  return {
    next: async () => {
      const [contact, held] = await Promise.all([journal.contact(), journal.held()]);
      return nextPullStep({ now: clock.mono(), contact, held, pace, readAt });
    },
    take: async (step) => {
      if (step.is === 'wait') return waker.wait(step.ms);
      const line = await lineOf(context);
      return line === null ? waker.wait(CATALOGUE_EVERY_MS) : talk(step, line);
    },
    slowDown: async () => {
      pace = afterFailure(pace, clock.mono(), 0, chance.fraction());
      await waker.wait(Math.max(0, pace.retryAt - clock.mono()));
    },
    tryNow: () => {
      pace = withoutDelay(pace, clock.mono());
      waker.wake();
    },
  };
}

/** The page that will be asked for next, if the one before can be kept. */
interface NextPage {
  readonly cursor: string;
  readonly pulled: Promise<Exchanged<PullAnswer>>;
}

function askAhead(journal: Journal, line: Line, pulled: Exchanged<PullAnswer>): NextPage | null {
  if (pulled.is !== 'ok' || pulled.value.stream !== 'catalogue' || pulled.value.done) return null;
  const { cursor } = pulled.value;
  const next = pull(journal, line, { is: 'pullCatalogue', cursor });
  // It may never be taken; whoever takes it hears of a failure.
  next.catch(() => undefined);
  return { cursor, pulled: next };
}

async function pull(journal: Journal, line: Line, step: Request): Promise<Exchanged<PullAnswer>> {
  const query =
    step.is === 'pullRoster'
      ? `stream=roster&protocol=${String(PROTOCOL_VERSION)}`
      : `stream=catalogue&cursor=${encodeURIComponent(step.cursor)}`;
  const target = `${TILL_ROUTES.pull}?${query}`;
  const ask = {
    method: 'GET',
    target,
    body: null,
    headers: {},
    deadlineMs: PULL_DEADLINE_MS,
    isPush: false,
  } as const;
  const pulled = await exchange(line, ask, pullAnswerSchema);
  // The moment it came, not the one at which it is kept.
  if (pulled.is === 'ok') await journal.heardTime(pulled.value.serverTime);
  return pulled;
}

/** @returns whether the stream is now read to its end, has more pages, or could not be taken. */
async function keep(journal: Journal, answer: PullAnswer): Promise<'whole' | 'more' | 'refused'> {
  if (answer.stream === 'roster') return (await journal.applyRoster(answer.roster)) ? 'whole' : 'refused';
  const applied = await journal.applyCataloguePage(answer);
  if (applied === 'outOfTurn') return 'refused';
  return applied === 'complete' ? 'whole' : 'more';
}
