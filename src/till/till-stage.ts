/** Which of its faces the till shows, decided from what is on disk and who is signed in. */
import type { OpenShift } from '../domain/shift.ts';
import type { RecordedReceipt } from '../local-db/recorded-receipt.ts';
import type { Person, Roster } from './till-context.ts';
import type { LostTill } from './till-ports.ts';

export interface TillFacts {
  /** The till that this tablet was before its storage or its key died. */
  readonly lostTill: LostTill | null;
  readonly roster: Loaded<Roster | null>;
  readonly shift: Loaded<OpenShift | null>;
  readonly hasCatalogue: Loaded<boolean>;
  /** A sale whose *Paid* nobody saw before the app ended. */
  readonly unshown: Loaded<RecordedReceipt | null>;
  /** Who signed in, as the roster named them then. */
  readonly clerk: Person | null;
  /** The basket has lines. */
  readonly hasGoods: boolean;
}

/** `undefined` while the database is being asked. */
export type Loaded<Value> = Value | undefined;

export type TillStage =
  | { readonly is: 'starting' }
  | { readonly is: 'enrol' }
  | { readonly is: 'lost'; readonly till: LostTill }
  | { readonly is: 'firstCatalogue'; readonly roster: Roster }
  | { readonly is: 'unshown'; readonly roster: Roster; readonly receipt: RecordedReceipt }
  | { readonly is: 'locked'; readonly roster: Roster }
  | { readonly is: 'openShift'; readonly roster: Roster; readonly clerk: Person }
  | { readonly is: 'counter'; readonly roster: Roster; readonly clerk: Person; readonly shift: OpenShift };

export function tillStage(facts: TillFacts): TillStage {
  const { roster, shift, hasCatalogue, unshown, lostTill } = facts;
  if (roster === undefined) return { is: 'starting' };
  // Never a fresh till where one was lost: what waits on the tablet belongs to that one.
  if (lostTill !== null && (roster === null || lostTill.keepsJournal)) return { is: 'lost', till: lostTill };
  if (roster === null) return { is: 'enrol' };
  if (shift === undefined || hasCatalogue === undefined || unshown === undefined) return { is: 'starting' };
  if (unshown !== null) return { is: 'unshown', roster, receipt: unshown };
  if (!hasCatalogue) return { is: 'firstCatalogue', roster };
  const clerk = personAtWork(roster, facts);
  if (clerk === null) return { is: 'locked', roster };
  return shift === null ? { is: 'openShift', roster, clerk } : { is: 'counter', roster, clerk, shift };
}

/** A person taken off the roster finishes the sale they have open; then the till locks itself. */
function personAtWork(roster: Roster, { clerk, hasGoods }: TillFacts): Person | null {
  if (clerk === null) return null;
  return roster.staff.find((person) => person.id === clerk.id) ?? (hasGoods ? clerk : null);
}
