/** The journal of a simulated tablet: the real rules of appending, branches and watermarks, over the simulated disk. */
import type { FactRow } from '../journal/branch.ts';
import { holeAt, missingFrom, type Hole } from '../journal/hole-rule.ts';
import { acknowledgedAt, alteredHash, unproved, type HeldAround } from '../journal/watermark-rule.ts';
import type { Acting } from '../local-db/acting.ts';
import { appendFactTo, commitFact, type JournalRows, type JournalView } from '../local-db/append-fact.ts';
import type { Enrolment } from '../local-db/enrolment.ts';
import { withLiveHandle } from '../local-db/live-handle.ts';
import { statusOf } from '../local-db/read-status.ts';
import type { SaleKeeper } from '../local-db/record-sale.ts';
import { recordedReceipt } from '../local-db/recorded-receipt.ts';
import { decideRoster, isRosterHeld, type RosterKept } from '../local-db/roster.ts';
import { startBranch } from '../local-db/start-branch.ts';
import type { PushAnswer, TillReport } from '../protocol/push.ts';
import type { SignedRoster } from '../protocol/roster.ts';
import { heardInAnswer, type HeardInAnswer } from '../sync/heard-in-answer.ts';
import type { Clock, Credentials, HeldReference, Journal } from '../sync/ports.ts';
import { tillReport } from '../sync/till-report.ts';
import { cursorOf, withoutCursor, withPage } from './held-catalogue.ts';
import type { Life } from './life.ts';
import type { TabletDisk } from './tablet-disk.ts';
import { factAt, findFact, sortedBranches, type TabletTables } from './tablet-tables.ts';

export interface TabletJournalParts {
  readonly disk: TabletDisk;
  /** Of this run of the app. */
  readonly life: Life;
  readonly newId: () => string;
  readonly act: () => Acting;
  readonly clock: Clock;
  readonly boot: string;
  readonly app: string;
  readonly onServerTime: (serverTime: number) => void;
}

export function makeTabletKeeper({ disk, life, newId }: TabletJournalParts): SaleKeeper {
  const alive = <Result>(work: () => Promise<Result>): Promise<Result> => withLiveHandle(disk.handle, work);
  return {
    newId,
    view: () => alive(() => disk.read(viewOf)),
    commit: (hashedFor, made, decision) =>
      alive(() =>
        disk.write(life, 'strict', (tables) => commitFact(rowsOf(tables), hashedFor, made, decision)),
      ),
    findSale: async (sale) => {
      const row = await disk.read((tables) => findFact(tables, (one) => one.sale === sale));
      return row === undefined ? null : recordedReceipt(row);
    },
    refundsOf: () => Promise.resolve([]),
    writtenSale: (sale) => {
      const row = findFact(disk.tables, (one) => one.sale === sale);
      return Promise.resolve(row === undefined ? null : recordedReceipt(row));
    },
    openSale: () => Promise.resolve(disk.tables.singles.openSale),
    finishSale: (shift, sale) => {
      Object.assign(disk.tables.singles, { shift, unshown: sale, openSale: null });
      return Promise.resolve();
    },
  };
}

function viewOf({ branches, singles }: TabletTables): JournalView {
  const { enrolment, roster, shift } = singles;
  const branch = [...branches.values()].find((one) => one.is === 'current');
  if (!enrolment || !roster || !branch) throw new RangeError('a tablet that is not enrolled has no journal');
  return { enrolment, roster: roster.roster, branch, shift };
}

function rowsOf(tables: TabletTables): JournalRows {
  return {
    factById: (id) => Promise.resolve(findFact(tables, (row) => row.id === id)),
    branch: (inc) => Promise.resolve(tables.branches.get(inc)),
    addFact: (row) => {
      addRow(tables, row);
      return Promise.resolve();
    },
    putBranch: (branch) => Promise.resolve(tables.branches.set(branch.inc, branch)),
  };
}

/** The database's unique keys: one row per number, id, sale and receipt. */
export function addRow(tables: TabletTables, row: FactRow): void {
  const rows = tables.facts.get(row.inc) ?? [];
  const { sale, receipt } = row;
  const isTaken =
    rows.at(-1)?.no === row.no ||
    (sale !== undefined &&
      findFact(tables, (one) => one.sale === sale || one.receipt === receipt) !== undefined);
  if (isTaken) throw new DOMException('a unique key is taken', 'ConstraintError');
  rows.push(row);
  tables.facts.set(row.inc, rows);
}

export function makeTabletJournal(parts: TabletJournalParts): Journal {
  const { disk, life, act } = parts;
  const keeper = makeTabletKeeper(parts);
  const read = <Result>(look: (tables: TabletTables) => Result): Promise<Result> =>
    withLiveHandle(disk.handle, () => disk.read(look));
  const write = <Result>(
    durability: 'strict' | 'relaxed',
    change: (tables: TabletTables) => Result | Promise<Result>,
  ): Promise<Result> => withLiveHandle(disk.handle, () => disk.write(life, durability, change));
  const keep = (heard: HeardInAnswer): Promise<void> =>
    write('relaxed', ({ singles }) => {
      const { clock, boot } = parts;
      singles.contact = { ...heard, wall: clock.wall(), mono: clock.mono(), boot };
    }).then(() => parts.onServerTime(heard.serverTime));

  return {
    credentials: () =>
      read(({ singles: { enrolment } }) => (enrolment === null ? null : credentialsOf(enrolment))),
    branches: () => read(sortedBranches),
    factsAfter: (inc, no, limit) =>
      read(({ facts }) => (facts.get(inc) ?? []).filter((row) => row.no > no).slice(0, limit)),
    moveWatermark: async (inc, head) => {
      const moveTo = (altered: string | null): Promise<boolean> =>
        write('strict', (tables) => {
          const branch = tables.branches.get(inc);
          const held = { ...around(tables, inc, head.no), altered };
          const moved = branch ? acknowledgedAt(branch, head, held) : null;
          if (moved !== null) tables.branches.set(inc, moved);
          return moved !== null;
        });
      if (await moveTo(null)) return true;
      const altered = await alteredHash(factAt(disk.tables, inc, head.no));
      return altered === head.hash && moveTo(altered);
    },
    holeAt: (inc, wanted) => read((tables) => holeIn(tables, inc, wanted)),
    startIncarnation: (forkedInc, taken) => startIncarnation(parts, forkedInc, taken),
    report: () => read((tables) => reportOf(tables, parts.app)),
    contact: () => read(({ singles }) => singles.contact),
    heardAnswer: (answer: PushAnswer) => keep(heardInAnswer(disk.tables.singles.contact, answer)),
    heardTime: (serverTime) => {
      const before = disk.tables.singles.contact;
      return before === null ? Promise.resolve() : keep({ ...before, serverTime });
    },
    distrustServer: async (provedInc) => {
      await write('strict', ({ branches }) => {
        for (const branch of branches.values())
          if (branch.inc !== provedInc) branches.set(branch.inc, unproved(branch));
      });
      await write('relaxed', ({ singles }) => {
        singles.catalogue = withoutCursor(singles.catalogue);
      });
    },
    held: () => read(heldOf),
    applyRoster: (signed) => applyRoster(parts, keeper, signed),
    applyCataloguePage: (page) =>
      write('relaxed', ({ singles }) => {
        const applied = withPage(singles.catalogue, page);
        singles.catalogue = applied.held;
        return applied.is;
      }),
    record: async (happened) => {
      await appendFactTo<never>(keeper, act(), () =>
        Promise.resolve({ is: 'append', happened, approval: null, move: () => Promise.resolve() }),
      );
    },
  };
}

function around(tables: TabletTables, inc: string, no: number): HeldAround {
  const own = factAt(tables, inc, no) ?? tables.pruned.get(inc)?.find((one) => one.no === no);
  return { own, next: factAt(tables, inc, no + 1) };
}

function holeIn(tables: TabletTables, inc: string, asked: number): Hole | null {
  const branch = tables.branches.get(inc);
  const wanted = branch === undefined ? null : missingFrom([...tables.branches.values()], branch, asked);
  if (branch === undefined || wanted === null) return null;
  const next = (tables.facts.get(inc) ?? []).find((row) => row.no >= wanted);
  return holeAt(branch, wanted, next, tables.pruned.get(inc) ?? []);
}

function credentialsOf({ till, key, root, certificate }: Enrolment): Credentials {
  return { till, privateKey: key.privateKey, root, certificate };
}

/** As the app's own does, over this disk. */
export async function startIncarnation(
  { disk, life, newId, act }: TabletJournalParts,
  forkedInc: string,
  taken: readonly string[] = [],
): Promise<boolean> {
  const { singles, branches } = disk.tables;
  const { enrolment, roster } = singles;
  const parent = branches.get(forkedInc);
  if (!enrolment || !roster || parent?.is !== 'current') return false;
  const started = await startBranch(enrolment, roster.roster, parent, act(), newId, taken);
  return disk.write(life, 'strict', (tables) => {
    const still = tables.branches.get(forkedInc);
    if (still?.is !== 'current' || still.head.hash !== parent.head.hash) return false;
    tables.branches.set(forkedInc, { ...still, is: 'finished' });
    addRow(tables, started.row);
    tables.branches.set(started.branch.inc, started.branch);
    return true;
  });
}

async function applyRoster(
  { disk, act }: TabletJournalParts,
  keeper: SaleKeeper,
  signed: SignedRoster,
): Promise<boolean> {
  const move = (): Promise<void> => {
    disk.tables.singles.roster = signed;
    return Promise.resolve();
  };
  const decide = (view: JournalView) => decideRoster(signed, view, move);
  return isRosterHeld(await appendFactTo<RosterKept>(keeper, act(), decide));
}

function reportOf(tables: TabletTables, app: string): TillReport {
  const ready = { persistent: true, installed: true };
  return tillReport({ status: statusOf([...tables.branches.values()]), held: heldOf(tables), ready, app });
}

function heldOf({ singles: { roster, catalogue } }: TabletTables): HeldReference | null {
  if (roster === null) return null;
  const { epoch, version } = roster.roster;
  return {
    roster: { epoch, version },
    catalogue:
      catalogue.head === null ? null : { epoch: catalogue.head.epoch, version: catalogue.head.version },
    cursor: cursorOf(catalogue),
  };
}
