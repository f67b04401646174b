/** What people do to a till on the real adapters beside selling: a new key, a new root, a reset, leaving it alone for long. */
import { closeLocalDb } from '../../local-db/open-local-db.ts';
import { pinRoot } from '../../local-db/pin-root.ts';
import { withLiveHandle } from '../../local-db/live-handle.ts';
import { pruneJournal } from '../../local-db/prune-journal.ts';
import { readEnrolment } from '../../local-db/read-enrolment.ts';
import { readStatus } from '../../local-db/read-status.ts';
import { askToRepin } from '../../sync/ask-to-repin.ts';
import type { Net } from '../../sync/ports.ts';
import { untilAllArrived } from '../../sync/until-all-arrived.ts';
import { askToEnrol } from '../../testing/enrol-real-till.ts';
import { newLife, type Life } from '../life.ts';
import { waitIn } from '../wait-in.ts';
import { enrollingAct } from './enrolling-act.ts';
import { heldHashes } from './read-real-tablet.ts';
import type { RealShop } from './real-shop.ts';
import {
  bootRealTablet,
  killRealTablet,
  openDatabases,
  type RealApp,
  type RealTablet,
} from './real-tablet.ts';

/** A tablet whose database is gone asks for a manager, who gives a code: a new key for the same till. */
export async function rekey(shop: RealShop, tablet: RealTablet): Promise<void> {
  if (!tablet.isLost || tablet.life === null || isUnreachable(shop, tablet)) return;
  if (await enrolAgain(shop, tablet, { lostTill: tablet.till }))
    shop.world.count('sometimes: a lost till was given a new key');
}

/** In a run of the app of its own, that a kill ends. @returns whether it is a till now; it runs in either case. */
async function enrolAgain(
  shop: RealShop,
  tablet: RealTablet,
  was: Parameters<typeof askToEnrol>[4],
): Promise<boolean> {
  const { world, office } = shop;
  killRealTablet(shop, tablet);
  const life = newLife();
  tablet.life = life;
  const db = await openDatabases(tablet, life);
  const code = await office.codeFor(tablet.till);
  const outcome = await askToEnrol(db, netOf(tablet, life), code, enrollingAct(world, tablet), was);
  closeLocalDb(db);
  killRealTablet(shop, tablet);
  await bootRealTablet(shop, tablet);
  return outcome.is === 'enrolled';
}

function netOf({ link }: RealTablet, life: Life): Net {
  return { send: (request) => link.send(request, life) };
}

function isUnreachable({ office }: RealShop, { link }: RealTablet): boolean {
  return office.isDown() || link.weather !== 'clear';
}

/** A manager's code lets it pin the root that head office has now. */
export async function repin(shop: RealShop, tablet: RealTablet): Promise<void> {
  const { world, office } = shop;
  const { app } = tablet;
  const enrolment = app === null ? null : await readEnrolment(app.db);
  if (app === null || enrolment === null || enrolment.root === office.root() || office.isDown()) return;
  const chance = world.chance(`repin ${tablet.name}`);
  const drawn = { nonce: () => `n${String(chance.whole(0, 2 ** 31))}` };
  const code = await office.codeFor(tablet.till);
  const asked = await askToRepin(netOf(tablet, app.life), drawn, enrolment, code);
  // Head office was restored to before this till's key: the root can vouch for another one only.
  if (asked.is === 'otherKey') await enrolAgain(shop, tablet, { lostTill: tablet.till, keepsJournal: true });
  // It can be typed again.
  if (asked.is !== 'answered') return;
  const pinned = await pinRoot(app.db, asked.value, app.act());
  if (pinned.is !== 'recorded') return;
  world.count('sometimes: a till pinned a new root by a manager’s code');
  app.sync.tryNow();
}

/** As long as the app lets somebody wait for it. */
const ARRIVAL_MS = 15_000;

/** Somebody wants this tablet to be set up anew. It refuses while anything waits; else all it holds goes. */
export async function reset(shop: RealShop, tablet: RealTablet): Promise<void> {
  const { world, labour, gone, book } = shop;
  const { app } = tablet;
  if (app === null) return;
  const askedAt = world.now();
  const isFree = tablet.areCopiesAlike && (await hasArrived(shop, app));
  world.count(
    `sometimes: a reset was ${isFree ? 'allowed, for all had arrived' : 'refused, for sales waited'}`,
  );
  if (!isFree || tablet.app !== app || isUnreachable(shop, tablet)) return;
  killRealTablet(shop, tablet);
  const held = await labour.during(heldHashes(tablet));
  // Between its answer and the act head office went back: as if it had done so right after, which no question can foresee.
  const isLate = gone.wentBackAt >= askedAt;
  for (const hash of held) (isLate ? book.excused : gone.reset).add(hash);
  tablet.disk.emptyAll();
  await tablet.copy.erase();
  await enrolAgain(shop, tablet, {});
}

function hasArrived({ world }: RealShop, { sync, db, life }: RealApp): Promise<boolean> {
  return Promise.race([
    untilAllArrived(sync, () => readStatus(db)).then(() => true),
    waitIn(world, life, ARRIVAL_MS, new AbortController().signal).then(() => false),
  ]);
}

/** Nobody works at the till: what is old and in a verified backup goes. */
export async function prune({ world, book, gone }: RealShop, { app }: RealTablet): Promise<void> {
  if (app === null) return;
  const { journal } = app.db;
  const pruneAll = async (): Promise<void> => {
    while ((await pruneJournal(app.db, app.act().moment.anchored)) > 0);
  };
  // As in the app: what the disk does not let go stays for another day.
  await pruneAll().catch(() => undefined);
  const pruned = await withLiveHandle(journal, () => journal.pruned.toArray());
  if (pruned.some(({ hash }) => !book.pruned.has(hash)))
    world.count('sometimes: old facts that are in a verified backup were pruned');
  for (const { hash } of pruned) {
    book.pruned.add(hash);
    // Gone back behind what it had said is safe, it has not told yet: only the backup has it.
    if (gone.isBehindPruned) book.excused.add(hash);
  }
}
