/** Makes one thing happen to the shop. */
import { appendFactTo } from '../local-db/append-fact.ts';
import { closeShift } from '../domain/close-shift.ts';
import { expectedCash } from '../domain/shift-totals.ts';
import type { Refusal } from '../domain/refusal.ts';
import { TRIAL_POLICY } from '../testing/trial-shop.ts';
import { answerTill } from './answer-till.ts';
import { chargeTwice } from './clerk.ts';
import { crashOffice } from './head-office.ts';
import type { Happening } from './happening.ts';
import { copyOf, type OfficeTables } from './ledger-tables.ts';
import { FOREVER } from './life.ts';
import { withOnlineKey } from './office-keys.ts';
import type { Shop } from './shop.ts';
import { bootTablet, killApp, serve, type Tablet } from './tablet.ts';

export interface Copies {
  backup: OfficeTables | null;
  replica: OfficeTables | null;
}

export function makeHappen(shop: Shop, copies: Copies, happening: Happening): void {
  if (happening.is !== 'customer') shop.world.count(`done: ${happening.is}`);
  shop.world.note(describe(happening));
  if ('till' in happening) {
    const tablet = shop.tablets[happening.till];
    if (tablet !== undefined) atTablet(shop, tablet, happening);
  } else atOffice(shop, copies, happening);
}

type AtTablet = Extract<Happening, { readonly till: number }>;
type AtOffice = Exclude<Happening, AtTablet>;

function atTablet(shop: Shop, tablet: Tablet, happening: AtTablet): void {
  switch (happening.is) {
    case 'customer':
      shop.world.start(serve(shop, tablet, happening.customer, happening.pieces));
      return;
    case 'twoWindows':
      if (tablet.app !== null) shop.world.start(chargeTwice(shop, tablet.app, happening.customer));
      return;
    case 'weather':
      tablet.link.weather = happening.weather;
      return;
    case 'kill':
      shop.world.start(killAndBoot(shop, tablet, happening.downMs, 0));
      return;
    case 'powerLoss':
      shop.world.start(killAndBoot(shop, tablet, happening.downMs, 1 + happening.lost));
      return;
    case 'sleep':
      sleep(shop, tablet, happening.ms);
      return;
    case 'clockJump':
      tablet.clockOffsetMs += happening.ms;
      return;
    case 'disk':
      tablet.disk.strike(happening.fault);
      return;
    case 'closeDay':
      shop.world.start(closeDay(tablet));
      return;
    case 'upgrade':
      tablet.appVersion = `1.0.${String(tablet.boots)}`;
      shop.world.start(killAndBoot(shop, tablet, 500, 0));
      return;
    case 'revocation':
      revoke(shop, tablet, happening.revoked);
      return;
    case 'repeatOld':
      for (const request of tablet.link.seen) shop.world.start(answerTill(shop, request));
  }
}

function sleep({ world }: Shop, { app }: Tablet, ms: number): void {
  if (app === null) return;
  app.life.isAsleep = true;
  world.after(ms, FOREVER, () => world.wake(app.life));
}

function atOffice({ office, world }: Shop, copies: Copies, happening: AtOffice): void {
  switch (happening.is) {
    case 'serverCrash':
      crashOffice(office);
      world.after(happening.downMs, FOREVER, () => (office.isDown = false));
      return;
    case 'backUp':
      copies.backup = copyOf(office.tables);
      return;
    case 'restore':
      if (copies.backup === null) return;
      crashOffice(office);
      office.isDown = false;
      office.tables = { ...copyOf(copies.backup), restores: office.tables.restores + 1 };
      return;
    case 'replicaCaughtUp':
      copies.replica = copyOf(office.tables);
      return;
    case 'failover':
      if (copies.replica === null) return;
      crashOffice(office);
      office.isDown = false;
      office.tables = copyOf(copies.replica);
      office.timeline += 1;
      return;
    case 'protocol':
      office.protocol = happening.version;
      return;
    case 'rotateOnline':
      world.start(
        withOnlineKey(office.keys, world.now()).then((keys) => {
          office.keys = keys;
        }),
      );
      return;
    case 'newRoster':
      office.tables.rosterVersion += 1;
      return;
    case 'newCatalogue':
      changeCatalogue(office.tables, happening.removes);
      return;
    case 'peopleDown':
      office.peopleAreDown = happening.down;
  }
}

function changeCatalogue(tables: OfficeTables, removes: boolean): void {
  const version = (tables.catalogueVersion += 1);
  const [first] = [...tables.catalogue].find(([, { name }]) => name !== null) ?? [];
  if (removes && first !== undefined) tables.catalogue.set(first, { version, name: null });
  else tables.catalogue.set(`new-${String(version)}`, { version, name: `new ${String(version)}` });
}

function revoke({ office }: Shop, { name }: Tablet, revoked: boolean): void {
  const record = office.tables.tills.get(name);
  if (record === undefined) return;
  const number = record.revocation.number + 1;
  office.tables.tills.set(name, { ...record, revocation: { number, revoked } });
  office.tables.rosterVersion += 1;
}

async function killAndBoot(shop: Shop, tablet: Tablet, downMs: number, powerLost: number): Promise<void> {
  await killApp(shop, tablet);
  if (powerLost > 0) tablet.disk.losePower();
  if (powerLost > 1) loseTail(shop, tablet, powerLost - 1);
  shop.world.after(downMs, FOREVER, () => shop.world.start(bootTablet(shop, tablet)));
}

/** What head office does not have, or forgets, is nobody's to send any more. */
function loseTail({ book }: Shop, { disk }: Tablet, transactions: number): void {
  const before = hashesIn(disk);
  disk.loseTail(transactions);
  const after = hashesIn(disk);
  for (const hash of before) if (!after.has(hash)) book.excused.add(hash);
}

function hashesIn({ tables }: Tablet['disk']): Set<string> {
  return new Set([...tables.facts.values()].flatMap((rows) => rows.map(({ hash }) => hash)));
}

async function closeDay({ app, disk }: Tablet): Promise<void> {
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

export function describe(happening: Happening): string {
  return Object.entries(happening)
    .filter(([name]) => name !== 'at')
    .map(([name, value]) =>
      name === 'is'
        ? String(value)
        : `${name}=${typeof value === 'object' ? JSON.stringify(value) : String(value)}`,
    )
    .join(' ');
}
