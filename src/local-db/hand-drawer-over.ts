/** Records that the drawer changed hands, and reads who had it in a shift. */
import type { CashCounted, DrawerHandedOver } from '../domain/fact-body.ts';
import { handDrawerOver as decideHandOver, holderOf } from '../domain/hand-over.ts';
import { refuse, type Refusal } from '../domain/refusal.ts';
import { factSchema } from '../protocol/fact.ts';
import { drawerHandedOverSchema } from '../protocol/shift-body.ts';
import type { Acting } from './acting.ts';
import { appendFact, type Appended, type Decision, type JournalView } from './append-fact.ts';
import type { NotSaved } from './not-saved.ts';
import type { LocalDb } from './open-local-db.ts';

export interface HandOver {
  /** UUIDv7 made with the sheet, so a second tap hands nothing over. */
  readonly handOver: string;
  readonly shift: string;
  readonly to: string;
  /** Null where nobody counts. */
  readonly denominations: CashCounted['denominations'] | null;
}

export interface RecordedHandOver {
  readonly body: DrawerHandedOver;
  /** Anchored clock, milliseconds since 1970. */
  readonly at: number;
}

type Stopped = Refusal | { readonly is: 'alreadyHandedOver' };

export function handDrawerOver(
  db: LocalDb,
  asked: HandOver,
  acting: Acting,
): Promise<Appended | Stopped | NotSaved> {
  return appendFact<Stopped>(db, acting, async (view) =>
    decide(asked, view, await handOversOf(db, asked.shift)),
  );
}

/** Oldest first. */
export async function handOversOf(db: LocalDb, shift: string): Promise<RecordedHandOver[]> {
  const rows = await db.journal.facts.where('about').equals(shift).toArray();
  const found = rows.filter(({ kind }) => kind === 'drawerHandedOver').map(({ bytes }) => read(bytes));
  return found.sort((one, other) => one.at - other.at);
}

function decide(
  asked: HandOver,
  { shift }: JournalView,
  before: readonly RecordedHandOver[],
): Decision<Stopped> {
  if (before.some(({ body }) => body.handOver === asked.handOver)) {
    return { is: 'stop', with: { is: 'alreadyHandedOver' } };
  }
  const open = shift?.open;
  if (open?.shift !== asked.shift) return { is: 'stop', with: refuse({ code: 'shift-not-open' }) };
  const from = holderOf(
    open.openedBy,
    before.map(({ body }) => body),
  );
  const handed = decideHandOver(open, { ...asked, from });
  if (handed.is === 'refused') return { is: 'stop', with: handed };
  return {
    is: 'append',
    happened: { kind: 'drawerHandedOver', body: handed.body },
    approval: null,
    move: () => Promise.resolve(),
  };
}

function read(bytes: string): RecordedHandOver {
  const { body, at } = factSchema.parse(JSON.parse(bytes));
  return { body: drawerHandedOverSchema.parse(body), at: at.anchored };
}
