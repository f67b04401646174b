/** A simulated shop: tablets enrolled at a head office, and everything that can be done to either of them. */
import { answerTill } from './answer-till.ts';
import { enrolTablet } from './enrol-tablet.ts';
import { makeHeadOffice } from './head-office.ts';
import { makeLink, type LinkEnds } from './link.ts';
import { makeOfficeKeys } from './office-keys.ts';
import { newSalesBook } from './sales-book.ts';
import type { Tablet } from './simulated-tablet.ts';
import { makeTabletCopy } from './tablet-copy.ts';
import { makeTabletDisk } from './tablet-disk.ts';
import type { Shop } from './simulated-shop.ts';
import type { World } from './world.ts';

const PRODUCTS = ['apple', 'bread', 'cup', 'dish', 'egg'] as const;

/** @param oneCopy tills on an engine that has no place for a second copy. */
export async function openShop(world: World, tills: number, oneCopy: readonly number[] = []): Promise<Shop> {
  const office = makeHeadOffice(await makeOfficeKeys(world.now()));
  const foreign = makeHeadOffice(await makeOfficeKeys(world.now()));
  for (const id of PRODUCTS) office.tables.catalogue.set(id, { version: 1, name: id });
  const tablets = Array.from({ length: tills }, (_, index) =>
    newTablet(world, `till-${String(index + 1)}`, !oneCopy.includes(index), {
      office: (request) => answerTill({ world, office }, request),
      foreign: (request) => answerTill({ world, office: foreign }, request),
    }),
  );
  const shop = { world, book: newSalesBook(), office, foreign, tablets };
  for (const tablet of tablets) await enrolTablet(shop, tablet);
  return shop;
}

function newTablet(world: World, name: string, hasCopy: boolean, ends: LinkEnds): Tablet {
  return {
    name,
    bend: {},
    disk: makeTabletDisk(world, name),
    copy: makeTabletCopy(world, name, hasCopy),
    link: makeLink(world, name, ends),
    clockOffsetMs: 0,
    life: null,
    app: null,
    wasStoppedCleanly: true,
    areCopiesAlike: true,
    appVersion: '1.0.0',
    boots: 0,
  };
}
