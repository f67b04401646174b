/**
 * How often a PIN may be tried on this till. Pure: the budget is stored elsewhere, with a strict commit before each check.
 *
 *     wrong in a row   1–4   5     6      7      8      9       10
 *     wait after it    none  60 s  2 min  4 min  8 min  15 min  locked (an approver: 15 min)
 *
 * The till as a whole slows down too, by a minute at most, and never shuts: neither guessing nor vandalism wins.
 */
import * as z from 'zod/mini';
import { countSchema, idSchema, millisecondsSchema } from '../protocol/scalars.ts';

const triesSchema = z.object({ wrongInARow: countSchema, lastTriedAt: millisecondsSchema });

export const attemptBudgetSchema = z.object({
  till: triesSchema,
  people: z.record(z.string(), z.extend(triesSchema, { lock: z.nullable(idSchema) })),
});
export type AttemptBudget = z.infer<typeof attemptBudgetSchema>;
type Tries = z.infer<typeof triesSchema>;
type PersonTries = AttemptBudget['people'][string];

export const FRESH_BUDGET: AttemptBudget = { till: { wrongInARow: 0, lastTriedAt: 0 }, people: {} };

export interface Trier {
  readonly id: string;
  readonly isApprover: boolean;
  /** Ids of locks that head office cleared. */
  readonly unlocks: readonly string[];
}

export type Standing =
  | { readonly is: 'free' }
  /** Anchored milliseconds. */
  | { readonly is: 'wait'; readonly waitUntil: number }
  | { readonly is: 'locked'; readonly lock: string };

const MINUTE_MS = 60_000;
export const TRIES_BEFORE_WAIT = 5;
export const TRIES_BEFORE_LOCK = 10;
const PERSON_WAIT_MS_MAX = 15 * MINUTE_MS;
const TILL_TRIES_BEFORE_WAIT = 10;
const TILL_FIRST_WAIT_MS = 5_000;
const TILL_WAIT_MS_MAX = MINUTE_MS;
/** However the till was abused, an approver gets a try this long after their last. */
const APPROVER_WAIT_MS = PERSON_WAIT_MS_MAX;

const NO_TRIES: PersonTries = { wrongInARow: 0, lastTriedAt: 0, lock: null };

export function standingOf(budget: AttemptBudget, trier: Trier, now: number): Standing {
  const own = triesOf(budget, trier);
  if (trier.isApprover && now - own.lastTriedAt >= APPROVER_WAIT_MS) return { is: 'free' };
  if (own.lock !== null && !trier.isApprover) return { is: 'locked', lock: own.lock };
  const waitUntil = Math.max(
    own.lastTriedAt + personWaitMs(own.wrongInARow),
    budget.till.lastTriedAt + tillWaitMs(budget.till.wrongInARow),
  );
  return now < waitUntil ? { is: 'wait', waitUntil } : { is: 'free' };
}

/** How many wrong PINs in a row stay without a wait. */
export function triesLeft(budget: AttemptBudget, trier: Trier): number {
  return Math.max(0, TRIES_BEFORE_WAIT - triesOf(budget, trier).wrongInARow);
}

export function wrongInARow(budget: AttemptBudget, trier: Trier): number {
  return triesOf(budget, trier).wrongInARow;
}

/** Counts a try as wrong before it is checked, so that a crash, a reload or a second window gives nothing back. */
export function spendAttempt(
  budget: AttemptBudget,
  trier: Trier,
  now: number,
  newLock: string,
): AttemptBudget {
  const own = triesOf(budget, trier);
  const wrong = own.wrongInARow + 1;
  const lock = wrong >= TRIES_BEFORE_LOCK ? (own.lock ?? newLock) : null;
  return {
    till: { wrongInARow: budget.till.wrongInARow + 1, lastTriedAt: now },
    people: { ...budget.people, [trier.id]: { wrongInARow: wrong, lastTriedAt: now, lock } },
  };
}

/** A right PIN, or an approver who vouches for the person, gives the whole budget back. */
export function forgetAttempts(budget: AttemptBudget, staff: string): AttemptBudget {
  const { [staff]: _, ...others } = budget.people;
  return { till: { ...budget.till, wrongInARow: 0 }, people: others };
}

/** A clock that went back must not make anybody wait longer than the rule says: tries "in the future" were made now. */
export function notInTheFuture(budget: AttemptBudget, now: number): AttemptBudget {
  const people = Object.entries(budget.people).map(([id, tries]) => [id, capped(tries, now)] as const);
  return { till: capped(budget.till, now), people: Object.fromEntries(people) };
}

function capped<Kind extends Tries>(tries: Kind, now: number): Kind {
  return tries.lastTriedAt > now ? { ...tries, lastTriedAt: now } : tries;
}

function triesOf(budget: AttemptBudget, trier: Trier): PersonTries {
  const own = budget.people[trier.id] ?? NO_TRIES;
  return own.lock !== null && trier.unlocks.includes(own.lock) ? NO_TRIES : own;
}

function personWaitMs(wrong: number): number {
  return wrong < TRIES_BEFORE_WAIT
    ? 0
    : Math.min(MINUTE_MS * 2 ** (wrong - TRIES_BEFORE_WAIT), PERSON_WAIT_MS_MAX);
}

function tillWaitMs(wrong: number): number {
  const over = wrong - TILL_TRIES_BEFORE_WAIT;
  return over < 0 ? 0 : Math.min(TILL_FIRST_WAIT_MS * 2 ** over, TILL_WAIT_MS_MAX);
}
