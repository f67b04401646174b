/** A planted bug: an incarnation that begins anew counts its receipts anew, under the series of the one before. */
import type { Shop } from './simulated-shop.ts';

export function nextReceiptOnly({ tablets }: Shop): void {
  for (const { disk } of tablets) {
    const { write } = disk;
    disk.write = (life, durability, act) =>
      write(life, durability, async (tables) => {
        const result = await act(tables);
        const series = tables.singles.enrolment?.series ?? '';
        for (const branch of tables.branches.values())
          if (branch.series !== series) tables.branches.set(branch.inc, { ...branch, series });
        return result;
      });
  }
}
