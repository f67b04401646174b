/** One try at a PIN: the attempt is on disk before the PIN is looked at, and given back only when it was right. */
import type { FactBody } from '../domain/fact-body.ts';
import type { RosterStaff } from '../protocol/roster.ts';
import {
  attemptBudgetSchema,
  forgetAttempts,
  FRESH_BUDGET,
  notInTheFuture,
  spendAttempt,
  standingOf,
  triesLeft,
  wrongInARow,
  type AttemptBudget,
  type Standing,
  type Trier,
} from './attempt-budget.ts';
import type { HashPin } from './hash-pin.ts';
import { isApprover } from './permissions.ts';
import { verifyPin } from './verify-pin.ts';

/** The till's one attempt budget. What is stored is opaque to the store. */
export interface BudgetPort {
  /** Reads, changes and writes in one strict transaction; `change` is pure and may run again. */
  readonly changeBudget: <Answer>(
    change: (stored: unknown) => { readonly store: unknown; readonly answer: Answer },
  ) => Promise<Answer>;
  readonly readBudget: () => Promise<unknown>;
}

export interface PinPorts extends BudgetPort {
  /** Anchored milliseconds. */
  readonly now: () => number;
  readonly newId: () => string;
  readonly pepper: CryptoKey;
  readonly hashPin: HashPin;
  /** Ids of locks that the roster cleared. */
  readonly unlocks: readonly string[];
  /** Writes a fact; `staff` is who it is by. */
  readonly record: (happened: PinEvent, staff: string) => Promise<unknown>;
}

export type PinEvent = Extract<
  FactBody,
  { readonly kind: 'signedIn' | 'signInFailed' | 'lockedOut' | 'approvalGiven' }
>;

/** Who acts when no person does, or none has proved who they are. */
export const BY_TILL = 'till';

export type PinRefusal =
  /** `triesLeft` before the next wait; `waitUntil` when the wait has just begun. */
  | { readonly is: 'wrong'; readonly triesLeft: number; readonly waitUntil: number | null }
  | { readonly is: 'wait'; readonly waitUntil: number }
  | { readonly is: 'locked'; readonly lock: string }
  /** The person has not chosen a PIN yet. */
  | { readonly is: 'noPin' };

export async function checkPin(
  ports: PinPorts,
  staff: RosterStaff,
  pin: string,
): Promise<{ readonly is: 'right' } | PinRefusal> {
  if (staff.verifier === null) return { is: 'noPin' };
  const trier = trierOf(ports, staff);
  const before = await spend(ports, trier);
  if (before.is !== 'free') return before;
  if (await verifyPin({ staff, pin, pepper: ports.pepper, hashPin: ports.hashPin })) {
    await giveBack(ports, staff.id);
    return { is: 'right' };
  }
  return afterWrong(ports, trier);
}

/** Whether the person may try now: for showing it before anything is typed. */
export async function readStanding(ports: PinPorts, staff: RosterStaff): Promise<Standing> {
  const now = ports.now();
  return standingOf(readBudget(await ports.readBudget(), now), trierOf(ports, staff), now);
}

export function giveBack(ports: Pick<PinPorts, 'changeBudget' | 'now'>, staff: string): Promise<void> {
  return ports.changeBudget((stored) => ({
    store: forgetAttempts(readBudget(stored, ports.now()), staff),
    answer: undefined,
  }));
}

function spend(ports: PinPorts, trier: Trier): Promise<Standing> {
  const now = ports.now();
  const newLock = ports.newId();
  return ports.changeBudget((stored) => {
    const budget = readBudget(stored, now);
    const answer = standingOf(budget, trier, now);
    return { store: answer.is === 'free' ? spendAttempt(budget, trier, now, newLock) : budget, answer };
  });
}

async function afterWrong(ports: PinPorts, trier: Trier): Promise<PinRefusal> {
  const now = ports.now();
  const budget = readBudget(await ports.readBudget(), now);
  const standing = standingOf(budget, trier, now);
  const wrong = wrongInARow(budget, trier);
  await ports.record({ kind: 'signInFailed', body: { staff: trier.id, wrongInARow: wrong } }, BY_TILL);
  if (standing.is === 'locked') {
    await ports.record({ kind: 'lockedOut', body: { staff: trier.id, lock: standing.lock } }, BY_TILL);
    return standing;
  }
  return {
    is: 'wrong',
    triesLeft: triesLeft(budget, trier),
    waitUntil: standing.is === 'wait' ? standing.waitUntil : null,
  };
}

/** A budget that cannot be read is a fresh one: it was damaged with the rest of the database, and nobody may be off for good. */
function readBudget(stored: unknown, now: number): AttemptBudget {
  const parsed = attemptBudgetSchema.safeParse(stored);
  return parsed.success ? notInTheFuture(parsed.data, now) : FRESH_BUDGET;
}

function trierOf(ports: PinPorts, staff: RosterStaff): Trier {
  return { id: staff.id, isApprover: isApprover(staff.role), unlocks: ports.unlocks };
}
