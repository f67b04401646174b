/** A shop on the real adapters: tablets that were enrolled, by code and over the network, at a real head office. */
import { enrolRealTill } from '../../testing/enrol-real-till.ts';
import { enrollingAct } from './enrolling-act.ts';
import { makeMemoryCopy } from '../../testing/memory-copy.ts';
import { closeLocalDb } from '../../local-db/open-local-db.ts';
import type { Plan } from '../happening.ts';
import { newLife } from '../life.ts';
import { makeLink } from '../link.ts';
import { newSalesBook, type SalesBook } from '../sales-book.ts';
import type { World } from '../world.ts';
import { makeBrowserDisk } from './browser-disk.ts';
import type { Labour } from './labour.ts';
import type { OfficeGround, PlacedTill } from './office-ground.ts';
import { openRealOffice, type RealOffice } from './real-office.ts';
import { openDatabases, type RealTablet } from './real-tablet.ts';

export interface RealShop {
  readonly world: World;
  readonly labour: Labour;
  readonly book: SalesBook;
  readonly office: RealOffice;
  readonly tablets: readonly RealTablet[];
  readonly gone: GoneFacts;
}

/** What tablets let go because head office has it, and whether head office went back behind that. */
export interface GoneFacts {
  /** Hashes of what a reset took away. */
  readonly reset: Set<string>;
  isBehindPruned: boolean;
  wentBackAt: number;
}

export interface ShopParts {
  readonly world: World;
  readonly labour: Labour;
  readonly ground: OfficeGround;
}

export async function openRealShop(
  parts: ShopParts,
  { tills, oneCopy }: Pick<Plan, 'tills' | 'oneCopy'>,
): Promise<RealShop> {
  const { world, labour, ground } = parts;
  const office = await openRealOffice({ ...parts, name: `s${String(world.seed)}` });
  const tablets = ground.tills
    .slice(0, tills)
    .map((placed, index) => newTablet(parts, office, placed, { index, hasCopy: !oneCopy.includes(index) }));
  for (const [index, tablet] of tablets.entries()) {
    const code = ground.tills[index]?.code ?? '';
    await enrol(parts, office, tablet, code);
  }
  return { world, labour, book: newSalesBook(), office, tablets, gone: nothingGone() };
}

function nothingGone(): GoneFacts {
  return { reset: new Set(), isBehindPruned: false, wentBackAt: 0 };
}

function newTablet(
  { world, labour }: ShopParts,
  office: RealOffice,
  { till }: PlacedTill,
  { index, hasCopy }: { readonly index: number; readonly hasCopy: boolean },
): RealTablet {
  const name = `till-${String(index + 1)}`;
  const ends = { office: office.answer, foreign: office.answerForeign };
  return {
    bend: {},
    name,
    till,
    suffix: `-${String(world.seed)}-${name}`,
    disk: makeBrowserDisk(world, labour, name),
    copy: makeMemoryCopy(),
    hasCopy,
    link: makeLink(world, name, ends),
    clockOffsetMs: 0,
    life: null,
    app: null,
    appVersion: '1.0.0',
    boots: 0,
    isLost: false,
    areCopiesAlike: true,
    isCopyUnreadable: false,
    onKill: [],
  };
}

/** On a day without faults; the tablet is off afterwards. */
async function enrol(
  { world }: ShopParts,
  office: RealOffice,
  tablet: RealTablet,
  code: string,
): Promise<void> {
  const life = newLife();
  const db = await openDatabases(tablet, life);
  const enrolling = enrolRealTill(db, { send: office.answer }, code, enrollingAct(world, tablet));
  world.start(enrolling);
  await world.runUntil(world.now() + 1_000);
  await enrolling;
  closeLocalDb(db);
  life.isOver = true;
}
