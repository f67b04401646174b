/**
 * Whom the till plane serves, lets wait, and sends away. Pure, so that a model of thousands of returning tills runs the same rule.
 *
 *   arrives ── room for its kind and its business? ──▶ under way ──▶ leaves
 *      │                                                  ▲
 *      ├── would wait 2 s at most? ──▶ waiting ── first by kind, then by time ──┘
 *      │                                  └── waited 2 s, or a more urgent one needs its place ──▶ shed
 *      └── otherwise ──▶ shed at the door, with a time to come back
 *
 * A queue that only grows serves nobody in time: without shedding the returning tills give up while they wait, and ask again.
 */

/** Most urgent first. Reports of the office are another process with connections of its own. */
const WORKS = ['push', 'probe', 'roster', 'catalogue'] as const;
export type Work = (typeof WORKS)[number];

export interface Applicant {
  readonly id: number;
  readonly work: Work;
  readonly business: string;
  /** Monotonic milliseconds. */
  readonly at: number;
}

export interface Desk {
  readonly underWay: readonly Applicant[];
  /** In the order in which they are served. */
  readonly waiting: readonly Applicant[];
  /** How long one is under way, lately. */
  readonly serviceMs: number;
  /** Sent away since nobody last waited: the more there are, the further apart they are told to come back. */
  readonly shed: number;
}

export interface AdmissionLimits {
  readonly underWayMax: number;
  readonly waitingMax: number;
  readonly waitMsMax: number;
  /** Of one business, under way: another's return must not be this one's outage. */
  readonly ofBusinessMax: number;
}

export const ADMISSION_LIMITS: AdmissionLimits = {
  underWayMax: 24,
  waitingMax: 400,
  waitMsMax: 2_000,
  ofBusinessMax: 18,
};

/** Which part of the places under way a kind of work may fill: what can wait leaves room for what cannot. */
const shareOf = { push: 1, probe: 0.85, roster: 0.7, catalogue: 0.5 } as const satisfies Record<Work, number>;

const SERVICE_MS_FIRST = 20;
/** Weight of the newest in the running mean. */
const SERVICE_WEIGHT = 0.1;
const RETRY_SPREAD_SECONDS_MIN = 5;
const RETRY_SPREAD_SECONDS_MAX = 60;
/** This many more sent away spread the return over one more second. */
const SHED_PER_SECOND = 40;

export const EMPTY_DESK: Desk = { underWay: [], waiting: [], serviceMs: SERVICE_MS_FIRST, shed: 0 };

export interface Moved {
  readonly desk: Desk;
  readonly started: readonly Applicant[];
  readonly shed: readonly Applicant[];
}

export function arrive(desk: Desk, one: Applicant, limits: AdmissionLimits): Moved {
  const urgent = desk.waiting.filter((other) => rank(other) <= rank(one)).length;
  if (urgent === 0 && hasRoom(desk, one, limits))
    return moved({ ...desk, underWay: [...desk.underWay, one] }, [one]);
  if (waitMs(desk, urgent, limits) > limits.waitMsMax) return sendAway(desk, [one]);
  const waiting = [...desk.waiting.slice(0, urgent), one, ...desk.waiting.slice(urgent)];
  const kept = { ...desk, waiting: waiting.slice(0, limits.waitingMax) };
  return sendAway(kept, waiting.slice(limits.waitingMax));
}

/** @param tookMs how long it was under way; null for one that gave up. */
export function leave(desk: Desk, id: number, tookMs: number | null, limits: AdmissionLimits): Moved {
  const serviceMs =
    tookMs === null ? desk.serviceMs : desk.serviceMs + SERVICE_WEIGHT * (tookMs - desk.serviceMs);
  const without = (list: readonly Applicant[]): readonly Applicant[] => list.filter((one) => one.id !== id);
  return startWaiting(
    { ...desk, serviceMs, underWay: without(desk.underWay), waiting: without(desk.waiting) },
    limits,
  );
}

/** Those who have waited for too long. */
export function expire(desk: Desk, now: number, limits: AdmissionLimits): Moved {
  const late = desk.waiting.filter((one) => now - one.at >= limits.waitMsMax);
  return sendAway({ ...desk, waiting: desk.waiting.filter((one) => !late.includes(one)) }, late);
}

/** @param fraction at least 0, below 1: spreads out those who come back. */
export function retryAfterSeconds(desk: Desk, fraction: number): number {
  const spread = Math.min(RETRY_SPREAD_SECONDS_MAX, RETRY_SPREAD_SECONDS_MIN + desk.shed / SHED_PER_SECOND);
  return 1 + Math.floor(fraction * spread);
}

function startWaiting(desk: Desk, limits: AdmissionLimits): Moved {
  const started: Applicant[] = [];
  let now = desk;
  for (const one of desk.waiting) {
    if (!hasRoom(now, one, limits)) continue;
    started.push(one);
    now = { ...now, underWay: [...now.underWay, one], waiting: now.waiting.filter((other) => other !== one) };
  }
  return moved(now, started);
}

function hasRoom({ underWay }: Desk, { work, business }: Applicant, limits: AdmissionLimits): boolean {
  if (underWay.length >= limits.underWayMax * shareOf[work]) return false;
  return underWay.filter((one) => one.business === business).length < limits.ofBusinessMax;
}

function waitMs(desk: Desk, ahead: number, { underWayMax }: AdmissionLimits): number {
  return ((ahead + 1) * desk.serviceMs) / underWayMax;
}

function rank({ work }: Applicant): number {
  return WORKS.indexOf(work);
}

function moved(desk: Desk, started: readonly Applicant[]): Moved {
  return { desk: desk.waiting.length === 0 ? { ...desk, shed: 0 } : desk, started, shed: [] };
}

function sendAway(desk: Desk, shed: readonly Applicant[]): Moved {
  return { desk: { ...desk, shed: desk.shed + shed.length }, started: [], shed };
}
