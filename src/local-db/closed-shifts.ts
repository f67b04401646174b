/** The shifts that were closed on this till, as their facts state them: a Z can be printed once more. */
import { OWN_DRAWER } from '../domain/drawer.ts';
import type { ShiftClosed } from '../domain/fact-body.ts';
import type { Money } from '../domain/money.ts';
import type { OpenShift } from '../domain/shift.ts';
import type { FactRow } from '../journal/branch.ts';
import { factSchema, type Fact } from '../protocol/fact.ts';
import { shiftClosedSchema, shiftOpenedSchema } from '../protocol/shift-body.ts';
import { handOversOf, type RecordedHandOver } from './hand-drawer-over.ts';
import type { LocalDb } from './open-local-db.ts';

export interface RecordedClose {
  readonly opened: Omit<OpenShift, 'shift' | 'totals'>;
  readonly handOvers: readonly RecordedHandOver[];
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
  const { shift: _, ...stated } = shiftOpenedSchema.parse(opening.body);
  const opened = { ...stated, openedAt: opening.at.anchored, openedBy: opening.by.staff };
  const handOvers = await handOversOf(db, closed.shift);
  return { opened, handOvers, closed, at: at.anchored, staff: by.staff };
}

/** What the last count left in that drawer, where this tablet knows it. */
export async function floatLeftIn(db: LocalDb, drawer: string): Promise<Money | null> {
  const closes = await closedShifts(db);
  const last = closes.find(
    ({ opened, closed }) => closed.countedAt === undefined && isSame(opened.drawer, drawer),
  );
  return last?.closed.keptFloat ?? null;
}

/** A tablet that had not been told of its drawer yet called it its own. */
function isSame(known: string, drawer: string): boolean {
  return known === drawer || known === OWN_DRAWER;
}

function factOf({ bytes }: FactRow): Fact {
  return factSchema.parse(JSON.parse(bytes));
}
