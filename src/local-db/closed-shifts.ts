/** The shifts that were closed on this till, as their facts state them: a Z can be printed once more. */
import type { ShiftClosed } from '../domain/fact-body.ts';
import type { OpenShift } from '../domain/shift.ts';
import type { FactRow } from '../journal/branch.ts';
import { factSchema, type Fact } from '../protocol/fact.ts';
import { shiftClosedSchema, shiftOpenedSchema } from '../protocol/shift-body.ts';
import type { LocalDb } from './open-local-db.ts';

export interface RecordedClose {
  readonly opened: Pick<OpenShift, 'day' | 'drawer' | 'float' | 'openedAt' | 'openedBy'>;
  readonly closed: ShiftClosed;
  /** Anchored clock, milliseconds since 1970. */
  readonly at: number;
  readonly staff: string;
}

/** Longest list a screen may ask for. */
const CLOSES_MAX = 60;

/** Newest first. A shift whose opening is no longer on this tablet is left out: head office has its Z. */
export async function closedShifts(db: LocalDb): Promise<RecordedClose[]> {
  const rows = await db.journal.facts.where('about').equals('shiftClosed').toArray();
  const closes = rows.map(factOf).sort((one, other) => other.at.anchored - one.at.anchored);
  const found = await Promise.all(closes.slice(0, CLOSES_MAX).map((close) => withOpening(db, close)));
  return found.flatMap((close) => (close === null ? [] : [close]));
}

async function withOpening(db: LocalDb, { body, at, by }: Fact): Promise<RecordedClose | null> {
  const closed = shiftClosedSchema.parse(body);
  const about = await db.journal.facts.where('about').equals(closed.shift).toArray();
  const row = about.find(({ kind }) => kind === 'shiftOpened');
  if (row === undefined) return null;
  const opening = factOf(row);
  const { day, drawer, float } = shiftOpenedSchema.parse(opening.body);
  const opened = { day, drawer, float, openedAt: opening.at.anchored, openedBy: opening.by.staff };
  return { opened, closed, at: at.anchored, staff: by.staff };
}

function factOf({ bytes }: FactRow): Fact {
  return factSchema.parse(JSON.parse(bytes));
}
