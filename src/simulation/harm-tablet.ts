/** What befalls a tablet: killed, without power, emptied, a bit flipped, its second copy harmed, asleep. */
import { bitFlipped } from './bit-flipped.ts';
import type { Tablet } from './simulated-tablet.ts';
import { bootTablet, killApp } from './tablet.ts';
import { excuseGone } from './excuse-gone.ts';
import { FOREVER } from './life.ts';
import type { Shop } from './simulated-shop.ts';
import type { CopyFault } from './tablet-copy.ts';

export async function killAndBoot(
  shop: Shop,
  tablet: Tablet,
  downMs: number,
  befalls: () => void = () => undefined,
): Promise<void> {
  await killApp(shop, tablet);
  befalls();
  shop.world.after(downMs, FOREVER, () => shop.world.start(bootTablet(shop, tablet)));
}

/** @param transactions that the disk had said were written, and were not. */
export function losePower(shop: Shop, { disk }: Tablet, transactions: number): void {
  disk.losePower();
  if (transactions > 0) excuseGone(shop, () => disk.loseTail(transactions));
}

/** Every database of the origin is emptied, the till's key with it; files outlive that, unless a person cleared all there was. */
export function empty(shop: Shop, { disk, copy }: Tablet, keepsCopy: boolean): void {
  excuseGone(shop, () => {
    disk.emptyAll();
    if (!keepsCopy) copy.erase();
  });
}

export function harmCopy(shop: Shop, { copy }: Tablet, fault: CopyFault): void {
  if (!copy.isThere) return;
  excuseGone(shop, () => copy.harm(fault));
}

/** In a fact that still waits, where there is one: what it says of the app's version. Its recorded hash stays. */
export function flipBit({ world, book }: Shop, { disk, name }: Tablet): void {
  const { branches, facts } = disk.tables;
  const current = [...branches.values()].find((branch) => branch.is === 'current');
  const rows = current === undefined ? [] : (facts.get(current.inc) ?? []);
  const waiting = rows.findIndex(({ no }) => no > (current?.acknowledged.no ?? 0));
  const at = waiting < 0 ? rows.length - 1 : waiting;
  const row = rows[at];
  const bytes = row === undefined ? null : bitFlipped(row.bytes);
  if (row === undefined || bytes === null) return;
  rows[at] = { ...row, bytes };
  book.altered.set(row.hash, bytes);
  world.note(`${name} a bit of ${String(row.no)} flips`);
}

export function sleep({ world }: Shop, { life }: Tablet, ms: number): void {
  if (life === null) return;
  life.isAsleep = true;
  world.after(ms, FOREVER, () => world.wake(life));
}
