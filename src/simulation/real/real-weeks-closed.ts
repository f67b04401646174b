/** Weeks ago the shop sold a little, with two backups made, and was closed since; as weeks-closed.ts, on the real adapters. */
import { serveCustomer } from '../clerk.ts';
import { startTablet, unlessKilled } from './start-tablet.ts';
import type { RealShop } from './real-shop.ts';
import { killRealTablet } from './real-tablet.ts';

const PAUSE_MS = 1_500;
const SENT_MS = 18_000;

export async function sellThenCloseReally(shop: RealShop, opensAt: number): Promise<void> {
  const { world, tablets, office } = shop;
  const pass = (ms: number): Promise<void> => world.runUntil(world.now() + ms);
  const sell = async (customer: string): Promise<void> => {
    for (const tablet of tablets)
      if (tablet.app !== null)
        world.start(unlessKilled(serveCustomer(shop, tablet.app, customer, 1), tablet));
    await pass(PAUSE_MS);
  };
  for (const tablet of tablets) startTablet(shop, tablet);
  await pass(PAUSE_MS);
  await sell('then-1');
  await sell('then-2');
  await office.backUp();
  await sell('then-3');
  await sell('then-4');
  await office.backUp();
  await sell('then-5');
  // Until every till has heard what is safe by now.
  await pass(SENT_MS);
  for (const tablet of tablets) killRealTablet(shop, tablet);
  await world.runUntil(opensAt);
}
