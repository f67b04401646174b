/** The two copies of a simulated tablet's journal: compared at the start by the real rules, then kept alike. */
import { tailCopier } from '../local-db/copy-tail.ts';
import { reconcileCopiesOf, type CopiesKeeper, type CopyRows } from '../local-db/reconcile-copies.ts';
import { statusOf } from '../local-db/read-status.ts';
import type { Tablet } from './simulated-tablet.ts';
import { addRow, makeTabletJournal, startIncarnation, type TabletJournalParts } from './tablet-journal.ts';
import { findFact, sortedBranches, type TabletTables } from './tablet-tables.ts';
import type { World } from './world.ts';

/** Before anything is sold. @returns false where they could not be compared, which the screen says: the next start tries again. */
export async function beginCopies(
  world: World,
  { copy, bend, wasStoppedCleanly }: Pick<Tablet, 'copy' | 'bend' | 'wasStoppedCleanly'>,
  parts: TabletJournalParts,
): Promise<boolean> {
  if (!copy.isThere) return true;
  const { disk, life } = parts;
  try {
    const read = await copy.read();
    const reading = bend.copies?.(read, disk.tables) ?? read;
    const before = disk.tables.branches.size;
    const { recovered, startedAnew } = await reconcileCopiesOf(keeperOf(parts), reading, wasStoppedCleanly);
    if (recovered > 0) world.count('sometimes: the second copy brought back what the database had lost');
    const isDamaged = reading.is === 'unreadable' || (reading.is === 'read' && reading.isDamaged);
    if (startedAnew && isDamaged) world.count('sometimes: a damaged second copy began a new incarnation');
    if (startedAnew && disk.tables.branches.size > before + 1)
      world.count('sometimes: two tellings of one journal were kept');
  } catch (error) {
    // As the app does: what the copy holds must not be written over before it is in the database.
    if (!(error instanceof DOMException)) throw error;
    world.count('sometimes: the copies could not be compared at the start');
    return false;
  }
  const source = {
    branches: () => Promise.resolve(sortedBranches(disk.tables)),
    factsAfter: (inc: string, no: number, limit: number) =>
      Promise.resolve((disk.tables.facts.get(inc) ?? []).filter((row) => row.no > no).slice(0, limit)),
  };
  const follow = tailCopier(source, copy.writer(life), () => undefined);
  disk.commits.heard = () => void follow();
  disk.commits.heard();
  return true;
}

/** What the tablet tells of what waits on it. */
export function waitingOn({ branches }: TabletTables): ReturnType<typeof statusOf> {
  return statusOf([...branches.values()]);
}

function keeperOf(parts: TabletJournalParts): CopiesKeeper {
  const { disk, life } = parts;
  return {
    branches: () => disk.read(sortedBranches),
    heldBetween: (inc, first, last) =>
      disk.read(({ facts, pruned }) =>
        [...(facts.get(inc) ?? []), ...(pruned.get(inc) ?? [])].filter(({ no }) => no >= first && no <= last),
      ),
    transact: (act) => disk.write(life, 'strict', (tables) => act(rowsOf(tables))),
    startIncarnation: (forkedInc) => startIncarnation(parts, forkedInc),
    record: (event) => makeTabletJournal(parts).record(event),
  };
}

function rowsOf(tables: TabletTables): CopyRows {
  const done = (act: () => void): Promise<void> => {
    act();
    return Promise.resolve();
  };
  return {
    branch: (inc) => Promise.resolve(tables.branches.get(inc)),
    branches: () => Promise.resolve([...tables.branches.values()]),
    putBranch: (branch) => done(() => tables.branches.set(branch.inc, branch)),
    addFact: (row) => done(() => addRow(tables, row)),
    putBytes: (inc, no, bytes) =>
      done(() => {
        const rows = tables.facts.get(inc) ?? [];
        tables.facts.set(
          inc,
          rows.map((row) => (row.no === no ? { ...row, bytes } : row)),
        );
      }),
    isIdTaken: (id) => Promise.resolve(findFact(tables, (row) => row.id === id) !== undefined),
    isReceiptTaken: (sale, receipt) =>
      Promise.resolve(findFact(tables, (row) => row.sale === sale || row.receipt === receipt) !== undefined),
    shift: () => Promise.resolve(tables.singles.shift),
    putShift: (shift) => done(() => (tables.singles.shift = shift)),
    markUnshown: (sale) =>
      done(() => {
        const { singles } = tables;
        singles.unshown = sale;
        if (singles.openSale?.sale === sale) singles.openSale = null;
      }),
    // The simulated clerk parks nothing.
    park: () => done(() => undefined),
    unpark: () => done(() => undefined),
  };
}
