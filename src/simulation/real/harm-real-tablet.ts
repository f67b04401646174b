/** What befalls a tablet on the real adapters: without power, emptied, a bit flipped, its second copy harmed. */
import { bitFlipped } from '../bit-flipped.ts';
import { harmedLine, harmedPlace } from '../harm-line.ts';
import { FOREVER } from '../life.ts';
import type { CopyFault } from '../tablet-copy.ts';
import { startTablet } from './start-tablet.ts';
import { heldHashes, lookAt } from './read-real-tablet.ts';
import type { RealShop } from './real-shop.ts';
import { killRealTablet, type RealTablet } from './real-tablet.ts';

/** @param lost transactions that the disk had said were written, and were not. */
export function losePower(shop: RealShop, tablet: RealTablet, downMs: number, lost: number): Promise<void> {
  return killAndHarm(shop, tablet, downMs, () => {
    tablet.disk.losePower();
    tablet.disk.loseTail(lost);
    return Promise.resolve();
  });
}

/** Every database of the origin, the till's key with it; files outlive that, unless a person cleared all there was. */
export function empty(shop: RealShop, tablet: RealTablet, downMs: number, keepsCopy: boolean): Promise<void> {
  return killAndHarm(shop, tablet, downMs, async () => {
    tablet.disk.emptyAll();
    if (!keepsCopy) await tablet.copy.erase();
  });
}

async function killAndHarm(
  shop: RealShop,
  tablet: RealTablet,
  downMs: number,
  harm: () => Promise<void>,
): Promise<void> {
  killRealTablet(shop, tablet);
  await shop.labour.during(excuseGone(shop, tablet, harm));
  shop.world.after(downMs, FOREVER, () => startTablet(shop, tablet));
}

/** What no copy holds any more, and head office does not have or forgets, is nobody's to send. */
async function excuseGone({ book }: RealShop, tablet: RealTablet, harm: () => Promise<void>): Promise<void> {
  const before = await heldHashes(tablet);
  await harm();
  const after = await heldHashes(tablet);
  for (const hash of before) if (!after.has(hash)) book.excused.add(hash);
}

export function harmCopy(shop: RealShop, tablet: RealTablet, fault: CopyFault): Promise<void> {
  const { copy, name } = tablet;
  return excuseGone(shop, tablet, () => {
    const lines = copy.text().split('\n').slice(0, -1);
    if (fault === 'unreadable') tablet.isCopyUnreadable = lines.length > 0;
    else if (lines.length > 0) {
      const at = harmedPlace(lines.length, fault, shop.world.chance(`harm ${name}`));
      const harmed = lines.map((line, index) => (index === at ? harmedLine(line, fault) : line));
      copy.write(`${harmed.join('\n')}\n`);
    }
    return Promise.resolve();
  });
}

/** In a fact that still waits, where there is one: what it says of the app's version. Its recorded hash stays. */
export async function flipBit({ world, book }: RealShop, tablet: RealTablet): Promise<void> {
  await lookAt(tablet, (db) =>
    db.journal.transaction('rw', [db.journal.branches, db.journal.facts], async () => {
      const branches = await db.journal.branches.toArray();
      const current = branches.find((branch) => branch.is === 'current');
      const facts = (await db.journal.facts.toArray()).filter((row) => row.inc === current?.inc);
      const row = facts.find(({ no }) => no > (current?.acknowledged.no ?? 0)) ?? facts.at(-1);
      const bytes = row === undefined ? null : bitFlipped(row.bytes);
      if (row === undefined || bytes === null) return;
      await db.journal.facts.put({ ...row, bytes });
      book.altered.set(row.hash, bytes);
      world.note(`${tablet.name} a bit of ${String(row.no)} flips`);
    }),
  );
}
