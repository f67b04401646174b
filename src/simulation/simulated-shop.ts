/** A simulated shop: tablets enrolled at a head office, and what customers and clerks saw. */
import type { HeadOffice } from './head-office.ts';
import type { SalesBook } from './sales-book.ts';
import type { Tablet } from './simulated-tablet.ts';
import type { World } from './world.ts';

export interface Shop {
  readonly world: World;
  readonly book: SalesBook;
  readonly office: HeadOffice;
  /** Another environment's, which knows tills of the same names. */
  readonly foreign: HeadOffice;
  readonly tablets: readonly Tablet[];
}
