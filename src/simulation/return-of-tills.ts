/** All tills of many businesses come back at once after hours: the real pace of tills against the real door of head office. */
import {
  ADMISSION_LIMITS,
  arrive,
  EMPTY_DESK,
  expire,
  leave,
  retryAfterSeconds,
  type Desk,
  type Moved,
} from '../server/till-plane/admission-rule.ts';
import { afterFailure, afterProbe, afterSuccess, FRESH_PACE, type Pace } from '../sync/pace.ts';
import { PUSH_DEADLINE_MS } from '../sync/push-facts.ts';
import { FOREVER } from './life.ts';
import { makeWorld } from './world.ts';

export interface Return {
  /** Against the time head office needs when it is never idle and does nothing twice. */
  readonly timesIdeal: number;
  readonly drained: boolean;
  readonly waitingMost: number;
}

interface ReturningTill {
  pace: Pace;
  left: number;
}

const FACTS_EACH = 1_000;
const TILLS_OF_A_BUSINESS = 8;
const REQUEST_MS = 400;
const FACT_MS = 4;
const LIMIT_MS = 4 * 60 * 60_000;
/** Every till noticed in these last milliseconds that head office is back. */
const NOTICED_WITHIN_MS = 60_000;
const ENDLESS = {
  ...ADMISSION_LIMITS,
  waitMsMax: Number.MAX_SAFE_INTEGER,
  waitingMax: Number.MAX_SAFE_INTEGER,
};

export async function returnOfTills(count: number, sheds: boolean): Promise<Return> {
  const world = makeWorld({ seed: count, start: 0, keepsTrace: false });
  const chance = world.chance('return');
  const limits = sheds ? ADMISSION_LIMITS : ENDLESS;
  const turns = new Map<number, { start: () => void; shed: () => void }>();
  const opened: Pace = { ...FRESH_PACE, failures: 10, circuit: 'open', batch: 1 };
  const tills = Array.from({ length: count }, (): ReturningTill => ({ pace: opened, left: FACTS_EACH }));
  let desk: Desk = EMPTY_DESK;
  let asked = 0;
  let waitingMost = 0;
  let finishedAt = 0;

  function take(moved: Moved): void {
    desk = moved.desk;
    waitingMost = Math.max(waitingMost, desk.waiting.length);
    for (const { id } of moved.started) turns.get(id)?.start();
    for (const { id } of moved.shed) turns.get(id)?.shed();
  }

  function ask(index: number, till: ReturningTill): void {
    const isProbe = till.pace.circuit === 'open';
    const facts = isProbe ? 0 : Math.min(till.pace.batch, till.left);
    const id = (asked += 1);
    let isHeard = false;
    const hear = (pace: Pace): void => {
      if (isHeard) return;
      isHeard = true;
      till.pace = pace;
      if (till.left > 0) world.after(pace.retryAt - world.now(), FOREVER, () => ask(index, till));
      else finishedAt = Math.max(finishedAt, world.now());
    };
    const fail = (floorMs: number): void =>
      hear(afterFailure(till.pace, world.now(), floorMs, chance.fraction()));
    const serve = (): void => {
      const tookMs = REQUEST_MS + facts * FACT_MS;
      world.after(tookMs, FOREVER, () => {
        turns.delete(id);
        // What arrives too late was done all the same, and nobody hears of it: it is done again.
        if (!isHeard) till.left -= facts;
        hear(isProbe ? afterProbe(till.pace, world.now()) : afterSuccess(till.pace, world.now(), 0));
        take(leave(desk, id, tookMs, limits));
      });
    };
    turns.set(id, { start: serve, shed: () => fail(retryAfterSeconds(desk, chance.fraction()) * 1000) });
    world.after(PUSH_DEADLINE_MS, FOREVER, () => fail(0));
    world.after(limits.waitMsMax < PUSH_DEADLINE_MS ? limits.waitMsMax : PUSH_DEADLINE_MS, FOREVER, () =>
      take(expire(desk, world.now(), limits)),
    );
    const business = `business-${String(Math.floor(index / TILLS_OF_A_BUSINESS))}`;
    take(arrive(desk, { id, work: isProbe ? 'probe' : 'push', business, at: world.now() }, limits));
  }

  for (const [index, till] of tills.entries())
    world.after(chance.whole(0, NOTICED_WITHIN_MS), FOREVER, () => ask(index, till));
  await world.runUntil(LIMIT_MS);
  const work = count * (FACTS_EACH * FACT_MS + 6 * REQUEST_MS);
  const drained = tills.every(({ left }) => left === 0);
  const tookMs = drained ? finishedAt : LIMIT_MS;
  return { timesIdeal: tookMs / (work / ADMISSION_LIMITS.underWayMax), drained, waitingMost };
}
