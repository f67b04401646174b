/** The cash that moved in a shift without a sale, by whom and when: for the shift's screen and its reports. */
import type { CashMoved } from '../domain/fact-body.ts';
import { factSchema } from '../protocol/fact.ts';
import { cashMovedSchema } from '../protocol/shift-body.ts';
import type { LocalDb } from './open-local-db.ts';

export interface RecordedMove {
  readonly body: CashMoved;
  /** Anchored clock, milliseconds since 1970. */
  readonly at: number;
  readonly staff: string;
  readonly approvedBy: string | null;
}

/** Oldest first. */
export async function cashMovesOf(db: LocalDb, shift: string): Promise<RecordedMove[]> {
  const rows = await db.journal.facts.where('about').equals(shift).toArray();
  const moves = rows.filter(({ kind }) => kind === 'cashMoved').map(({ bytes }) => read(bytes));
  return moves.sort((one, other) => one.at - other.at);
}

function read(bytes: string): RecordedMove {
  const { body, at, by } = factSchema.parse(JSON.parse(bytes));
  return {
    body: cashMovedSchema.parse(body),
    at: at.anchored,
    staff: by.staff,
    approvedBy: by.approval?.approver ?? null,
  };
}
