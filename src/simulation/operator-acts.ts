/** What people do to a till beside selling: close the day, update it, give it a new key or root, reset it, leave it alone. */
import { closeShift } from '../domain/close-shift.ts';
import type { Refusal } from '../domain/refusal.ts';
import { expectedCash } from '../domain/shift-totals.ts';
import { appendFactTo } from '../local-db/append-fact.ts';
import { whatStaysOf } from '../local-db/prune-journal.ts';
import { decidePin } from '../local-db/pin-root.ts';
import { askToRepin } from '../sync/ask-to-repin.ts';
import { untilAllArrived } from '../sync/until-all-arrived.ts';
import { TRIAL_POLICY } from '../testing/trial-shop.ts';
import { bindNewKey, enrolTablet } from './enrol-tablet.ts';
import { excuseGone } from './excuse-gone.ts';
import { killAndBoot } from './harm-tablet.ts';
import { soldAt } from './sales-book.ts';
import type { Shop } from './simulated-shop.ts';
import type { Tablet, TabletApp } from './simulated-tablet.ts';
import { bootTablet, chanceOf, killApp } from './tablet.ts';
import { waitingOn } from './tablet-copies.ts';
import type { TabletDisk } from './tablet-disk.ts';
import { waitIn } from './wait-in.ts';

export async function closeDay({ app, disk }: Tablet): Promise<void> {
  if (app === null) return;
  await appendFactTo<Refusal | { readonly is: 'noShift' }>(app.keeper, app.act(), ({ shift }) => {
    if (shift === null) return Promise.resolve({ is: 'stop', with: { is: 'noShift' } });
    const closed = closeShift(shift.open, expectedCash(shift.open), TRIAL_POLICY.float);
    if (closed.is === 'refused') return Promise.resolve({ is: 'stop', with: closed });
    const move = (): Promise<void> => {
      disk.tables.singles.shift = null;
      return Promise.resolve();
    };
    const happened = { kind: 'shiftClosed', body: closed.body } as const;
    return Promise.resolve({ is: 'append', happened, approval: null, move });
  });
}

/** The page is left as pages are left: that is a clean stop. */
export function upgrade(shop: Shop, tablet: Tablet): Promise<void> {
  tablet.appVersion = `1.0.${String(tablet.boots)}`;
  return killAndBoot(shop, tablet, 500, () => (tablet.wasStoppedCleanly = true));
}

/** A tablet whose database is gone asks for a manager, who gives a code: a new key for the same till. */
export async function rekey(shop: Shop, tablet: Tablet): Promise<void> {
  const { world, office } = shop;
  const isLost = tablet.disk.tables.singles.enrolment === null && tablet.life !== null;
  if (!isLost || office.isDown || tablet.link.weather !== 'clear') return;
  world.count('sometimes: a lost till was given a new key');
  await killApp(shop, tablet);
  await enrolTablet(shop, tablet);
  tablet.wasStoppedCleanly = true;
  await bootTablet(shop, tablet);
}

/** Whether the root that the till pinned is not head office's any more. */
export function needsRepin({ office }: Shop, { disk }: Tablet): boolean {
  const { enrolment } = disk.tables.singles;
  return enrolment !== null && enrolment.root !== office.keys.root;
}

export async function repin(shop: Shop, tablet: Tablet): Promise<void> {
  const { world, office } = shop;
  const { life, disk, link, name } = tablet;
  const { enrolment } = disk.tables.singles;
  if (enrolment === null || life === null || !needsRepin(shop, tablet)) return;
  const code = String(office.codes.size).padStart(8, '0');
  office.codes.set(code, name);
  const net = { send: (request: Parameters<typeof link.send>[0]) => link.send(request, life) };
  const asked = await askToRepin(net, chanceOf(world.chance(`repin ${name}`)), enrolment, code);
  // Head office was restored to before this till's key: the root can vouch for another one only.
  if (asked.is === 'otherKey') await bindNewKey(shop, tablet);
  // It can be typed again.
  if (asked.is !== 'answered' || tablet.app === null) return;
  const { keeper, act } = tablet.app;
  const pinned = await appendFactTo<never>(keeper, act(), (view) =>
    Promise.resolve(
      decidePin(asked.value, view, (kept) => {
        Object.assign(disk.tables.singles, { enrolment: kept, roster: asked.value.roster });
        return Promise.resolve();
      }),
    ),
  );
  if (pinned.is !== 'recorded') return;
  if (soldAt(shop.book, name) > (office.soldAtRootLoss.get(name) ?? 0))
    world.count('sometimes: a till sold on under a root that was lost');
  world.count('sometimes: a till pinned a new root by a manager’s code');
  tablet.app.sync.tryNow();
}

/** As long as the app lets somebody wait for it. */
const ARRIVAL_MS = 15_000;

/** Somebody wants this tablet to be set up anew. It refuses while anything waits; else all it holds goes. */
export async function reset(shop: Shop, tablet: Tablet): Promise<void> {
  const { world, office } = shop;
  const { app, bend, disk } = tablet;
  if (app === null) return;
  const askedAt = world.now();
  const isFree = bend.resetsAnyway === true || (tablet.areCopiesAlike && (await hasArrived(shop, app, disk)));
  world.count(
    `sometimes: a reset was ${isFree ? 'allowed, for all had arrived' : 'refused, for sales waited'}`,
  );
  // Nobody can be enrolled while head office is away.
  if (!isFree || tablet.app !== app || office.isDown || tablet.link.weather !== 'clear') return;
  await killApp(shop, tablet);
  const erase = (): void => {
    tablet.copy.erase();
    disk.emptyAll();
  };
  // Between its answer and the act head office went back: as if it had done so right after, which no question can foresee.
  if (office.wentBackAt >= askedAt) excuseGone(shop, erase);
  else erase();
  await enrolTablet(shop, tablet);
  tablet.wasStoppedCleanly = true;
  await bootTablet(shop, tablet);
}

function hasArrived({ world }: Shop, { sync, life }: TabletApp, disk: TabletDisk): Promise<boolean> {
  return Promise.race([
    untilAllArrived(sync, () => Promise.resolve(waitingOn(disk.tables))).then(() => true),
    waitIn(world, life, ARRIVAL_MS, new AbortController().signal).then(() => false),
  ]);
}

/** Nobody works at the till: what is old and in a verified backup goes. */
export async function prune({ world, book, office }: Shop, { app, disk, bend }: Tablet): Promise<void> {
  const heard = disk.tables.singles.contact?.safe ?? null;
  if (app === null || heard === null) return;
  const safe = bend.safe?.(heard, disk.tables) ?? heard;
  await disk
    .write(app.life, 'strict', (tables) => {
      const branch = tables.branches.get(safe.inc);
      const rows = tables.facts.get(safe.inc) ?? [];
      const stays = branch ? whatStaysOf(branch, safe, rows, app.act().moment.anchored) : [];
      if (stays.length === 0) return;
      tables.facts.set(safe.inc, rows.slice(stays.length));
      tables.pruned.set(safe.inc, [...(tables.pruned.get(safe.inc) ?? []), ...stays]);
      const there = new Set([...office.tables.facts.values()].flat().map(({ hash }) => hash));
      for (const { no, hash } of stays) {
        book.pruned.add(hash);
        // Gone back behind what it had said is safe, it has not told yet: only the backup has it.
        if (no <= heard.no && !there.has(hash)) book.excused.add(hash);
      }
      world.count('sometimes: old facts that are in a verified backup were pruned');
    })
    .catch(() => undefined);
}
