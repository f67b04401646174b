/** The till's journal database: facts as made, the branches they lie on, and the few records that move with them. */
import Dexie, { type Table } from 'dexie';
import type { Branch, FactRow, PrunedFact } from '../journal/branch.ts';
import type { DrillStarted } from '../domain/fact-body.ts';
import type { OpenSale } from '../domain/sale.ts';
import type { OpenShift } from '../domain/shift.ts';
import type { SignedRoster } from '../protocol/roster.ts';
import type { Contact } from './contact.ts';
import type { Enrolment } from './enrolment.ts';
import type { ParkedSale } from './parked-sale.ts';
import type { PersonHere } from './person-here.ts';

export interface ShiftRow {
  readonly open: OpenShift;
  /** How often the drawer was counted. */
  readonly counts: number;
}

export interface EmptiedBasket extends OpenSale {
  /** Staff id of who emptied it; absent where an older version of the app kept it. */
  readonly emptiedBy?: string;
}

/** A row of a table that holds one record. */
export interface Single<Value> {
  readonly key: 'only';
  readonly value: Value;
}
export const ONLY = 'only';

const TABLES_1 = {
  facts: '[inc+no], &id, &sale, &receipt, shift, *refunds',
  branches: 'inc',
  enrolments: 'key',
  rosters: 'key',
  shifts: 'key',
  openSales: 'key',
  unshown: 'key',
  contacts: 'key',
  budgets: 'id',
};

/** Since version 2 facts may be pruned: what stays of them has a table of its own. */
const TABLES_2 = { ...TABLES_1, pruned: '[inc+no]' };

/** Since version 3 baskets can be parked, and facts that are no receipts are found by what they are about. */
const TABLES_3 = { ...TABLES_2, facts: `${TABLES_1.facts}, *about`, parked: 'sale' };

/** Since version 4 people can choose their PIN on the tablet, and an emptied basket is kept until it is told as a fact. */
const TABLES_4 = { ...TABLES_3, peopleHere: 'id', emptied: 'sale' };

/** Since version 5 an outage drill that runs is kept, so that it ends in time whatever becomes of the app. */
const TABLES_5 = { ...TABLES_4, drills: 'key' };

export class JournalDb extends Dexie {
  readonly facts: Table<FactRow, [string, number]>;
  readonly pruned: Table<PrunedFact, [string, number]>;
  readonly branches: Table<Branch, string>;
  readonly enrolments: Table<Single<Enrolment>, 'only'>;
  readonly rosters: Table<Single<SignedRoster>, 'only'>;
  readonly shifts: Table<Single<ShiftRow>, 'only'>;
  readonly openSales: Table<Single<OpenSale>, 'only'>;
  /** Baskets that were emptied and can still be taken back. */
  readonly emptied: Table<EmptiedBasket, string>;
  /** Baskets put aside on this till. */
  readonly parked: Table<ParkedSale, string>;
  /** The sale that was committed and whose *Paid* nobody has seen yet. */
  readonly unshown: Table<Single<{ readonly sale: string }>, 'only'>;
  readonly contacts: Table<Single<Contact>, 'only'>;
  /** Attempt budgets of identity, which alone knows what is in them. */
  readonly budgets: Table<{ readonly id: string; readonly budget: unknown }, string>;
  readonly peopleHere: Table<PersonHere, string>;

  readonly drills: Table<Single<DrillStarted>, 'only'>;

  /** @param durability strict: a commit is on disk before it says so. Chromium's own default is relaxed. */
  constructor(name: string, durability: 'strict' | 'relaxed') {
    // No cache: a live query must never show what is not committed yet.
    super(name, { chromeTransactionDurability: durability, cache: 'disabled' });
    this.version(1).stores(TABLES_1);
    this.version(2).stores(TABLES_2);
    this.version(3).stores(TABLES_3);
    this.version(4).stores(TABLES_4);
    this.version(5).stores(TABLES_5);
    this.facts = this.table('facts');
    this.pruned = this.table('pruned');
    this.branches = this.table('branches');
    this.enrolments = this.table('enrolments');
    this.rosters = this.table('rosters');
    this.shifts = this.table('shifts');
    this.openSales = this.table('openSales');
    this.emptied = this.table('emptied');
    this.parked = this.table('parked');
    this.unshown = this.table('unshown');
    this.contacts = this.table('contacts');
    this.budgets = this.table('budgets');
    this.peopleHere = this.table('peopleHere');
    this.drills = this.table('drills');
  }
}
