/** What a simulated tablet is made of: its disk, its line, the app that runs on it, and where a planted bug gets in. */
import type { Contact } from '../local-db/contact.ts';
import type { SaleKeeper } from '../local-db/record-sale.ts';
import type { Chance, Journal, Net } from '../sync/ports.ts';
import type { RunningSync } from '../sync/run-sync.ts';
import type { CopyBend } from './bend-copies.ts';
import type { Counter } from './clerk.ts';
import type { Life } from './life.ts';
import type { Link } from './link.ts';
import type { TabletClock } from './tablet-clock.ts';
import type { TabletCopy } from './tablet-copy.ts';
import type { TabletDisk } from './tablet-disk.ts';
import type { TabletJournalParts } from './tablet-journal.ts';
import type { TabletTables } from './tablet-tables.ts';

export interface TabletApp extends Counter {
  readonly keeper: SaleKeeper;
  readonly sync: RunningSync;
  readonly clock: TabletClock;
}

/** How a planted bug gets between the app and what it stands on. */
export interface TabletBend {
  readonly journal?: (journal: Journal, parts: TabletJournalParts) => Journal;
  readonly net?: (net: Net, journal: Journal) => Net;
  readonly keeper?: (keeper: SaleKeeper) => SaleKeeper;
  readonly chance?: (chance: Chance) => Chance;
  /** A charge whose outcome is unknown is tried as another sale. */
  readonly chargesAnew?: boolean;
  /** What it takes the second copy for, at the start. */
  readonly copies?: CopyBend;
  /** What the till takes for safe. */
  readonly safe?: (safe: Safe, tables: TabletTables) => Safe;
  /** The tablet is set up anew whatever waits on it. */
  readonly resetsAnyway?: boolean;
}

type Safe = NonNullable<Contact['safe']>;

export interface Tablet {
  bend: TabletBend;
  readonly name: string;
  readonly disk: TabletDisk;
  readonly link: Link;
  /** Of the journal; outlives the loss of the database. */
  readonly copy: TabletCopy;
  /** Of its own clock against the true time. */
  clockOffsetMs: number;
  /** Of the run of the app; null while none runs. */
  life: Life | null;
  /** Null until the counter is there. */
  app: TabletApp | null;
  wasStoppedCleanly: boolean;
  /** False while the screen says that the second copy could not be read in: somebody has to start the app again. */
  areCopiesAlike: boolean;
  appVersion: string;
  boots: number;
}
