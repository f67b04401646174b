/** Starts a tablet that is off; what breaks in it once it is killed is nobody's fault. */
import type { RealShop } from './real-shop.ts';
import { bootRealTablet, type RealTablet } from './real-tablet.ts';

export function startTablet(shop: RealShop, tablet: RealTablet): void {
  if (tablet.life === null) shop.world.start(unlessKilled(bootRealTablet(shop, tablet), tablet));
}

/** What breaks in a process that is dead breaks nothing. */
export async function unlessKilled(work: Promise<unknown>, tablet: RealTablet | undefined): Promise<void> {
  const life = tablet?.life;
  try {
    await work;
  } catch (error) {
    if (life?.isOver !== true) throw error;
  }
}
