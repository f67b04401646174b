/** What deciding who may do what at a till is made from. */
import type { HashPin } from '../identity/hash-pin.ts';
import type { Acting } from '../local-db/acting.ts';
import type { Enrolment } from '../local-db/enrolment.ts';
import type { LocalDb } from '../local-db/open-local-db.ts';
import type { PersonHere } from '../local-db/person-here.ts';
import type { Roster } from '../protocol/roster.ts';
import type { TillClock } from './till-clock.ts';

export interface TillAccessParts {
  readonly db: LocalDb;
  readonly clock: TillClock;
  readonly enrolment: () => Enrolment | null;
  /** As head office signed it. */
  readonly roster: () => Roster | null;
  /** Who chose a PIN on this tablet. */
  readonly peopleHere: () => readonly PersonHere[];
  readonly hashPin: HashPin;
  readonly actingAs: (staff: string) => Acting;
}

/** The one record of the till's attempts. */
export const PIN_BUDGET = 'pins';
