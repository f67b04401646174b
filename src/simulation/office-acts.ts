/** What befalls head office, and what is done there. */
import { makeChainCheck } from '../server/backup/check-chains.ts';
import type { Happening } from './happening.ts';
import { excuseGone } from './excuse-gone.ts';
import { crashOffice } from './head-office.ts';
import { chainKey, copyOf, type OfficeTables } from './ledger-tables.ts';
import { FOREVER } from './life.ts';
import { makeOfficeKeys, withOnlineKey } from './office-keys.ts';
import { BUSINESS } from './office-pull.ts';
import { soldAt } from './sales-book.ts';
import { signOff } from './sign-offs.ts';
import type { Shop } from './simulated-shop.ts';

export interface Copies {
  /** Verified, the newest. */
  backup: OfficeTables | null;
  /** The one before it: older than what tills were told is safe. */
  olderBackup: OfficeTables | null;
  replica: OfficeTables | null;
}

export const NO_COPIES: Copies = { backup: null, olderBackup: null, replica: null };

export type AtOffice = Exclude<Happening, { readonly till: number }>;

export function atOffice(shop: Shop, copies: Copies, happening: AtOffice): void {
  const { office, world } = shop;
  switch (happening.is) {
    case 'serverCrash':
      crashOffice(office);
      world.after(happening.downMs, FOREVER, () => (office.isDown = false));
      return;
    case 'backUp':
      backUp(shop, copies);
      return;
    case 'restore':
      restore(shop, copies, happening.older === true);
      return;
    case 'replicaCaughtUp':
      copies.replica = copyOf(office.tables);
      return;
    case 'failover':
      failOver(shop, copies);
      return;
    case 'protocol':
      office.protocol = happening.version;
      return;
    case 'rotateOnline':
      world.start(withOnlineKey(office.keys, world.now()).then((keys) => (office.keys = keys)));
      return;
    case 'loseRoot':
      office.soldAtRootLoss = new Map(shop.tablets.map(({ name }) => [name, soldAt(shop.book, name)]));
      world.start(makeOfficeKeys(world.now()).then((keys) => (office.keys = keys)));
      return;
    case 'newRoster':
      office.tables.rosterVersion += 1;
      return;
    case 'newCatalogue':
      changeCatalogue(office.tables, happening.removes);
      return;
    case 'signOff':
      signDays(shop);
      return;
    case 'peopleDown':
      office.peopleAreDown = happening.down;
  }
}

/** What a verified backup holds, tills may let go. */
function backUp({ office }: Shop, copies: Copies): void {
  const { tables } = office;
  copies.olderBackup = copies.backup;
  copies.backup = copyOf(tables);
  // A replica is never behind by so much.
  if (copies.replica !== null) copies.replica = copyOf(tables);
  const holes = tables.holes.map(({ till, inc, to, after }) => ({ till, inc, no: to, hash: after }));
  const check = makeChainCheck(holes);
  for (const rows of tables.facts.values())
    for (const row of [...rows].sort((a, b) => a.no - b.no)) check.see({ ...row, business: BUSINESS });
  for (const { till, inc, no } of check.chains()) {
    const key = chainKey(till, inc);
    tables.safe.set(key, Math.max(no, tables.safe.get(key) ?? 0));
  }
}

/** @param wantsOlder than what tills were told is safe: then even what they pruned may be gone. */
function restore(shop: Shop, copies: Copies, wantsOlder: boolean): void {
  const { office, world, book } = shop;
  const backup = wantsOlder ? copies.olderBackup : copies.backup;
  if (backup === null) return;
  goBack(shop);
  const isOlder = backup === copies.olderBackup;
  if (isOlder && book.pruned.size > 0)
    world.count('sometimes: a restore went back behind what tills had pruned');
  const act = (): void => {
    office.tables = { ...copyOf(backup), restores: office.tables.restores + 1 };
  };
  excuseGone(shop, act, isOlder ? undefined : book.pruned);
}

function goBack({ office, world }: Shop): void {
  crashOffice(office);
  office.isDown = false;
  office.wentBackAt = world.now();
}

function failOver(shop: Shop, copies: Copies): void {
  const { office, book } = shop;
  const { replica } = copies;
  if (replica === null) return;
  goBack(shop);
  excuseGone(shop, () => (office.tables = copyOf(replica)), book.pruned);
  office.timeline += 1;
}

function signDays({ office, world }: Shop): void {
  const { tables } = office;
  const before = new Set(tables.signOffs.map(({ day }) => day));
  const isAddendum = signOff(tables).some((day) => before.has(day));
  if (isAddendum) world.count('sometimes: what came after a day was signed off was signed as an addendum');
}

function changeCatalogue(tables: OfficeTables, removes: boolean): void {
  const version = (tables.catalogueVersion += 1);
  const [first] = [...tables.catalogue].find(([, { name }]) => name !== null) ?? [];
  if (removes && first !== undefined) tables.catalogue.set(first, { version, name: null });
  else tables.catalogue.set(`new-${String(version)}`, { version, name: `new ${String(version)}` });
}
