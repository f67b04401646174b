/** Weeks ago the shop sold a little, with a backup made in between, and was closed since: what tills hold of then is old. */
import { PRUNE_AFTER_MS } from '../journal/prune-rule.ts';
import { atOffice, type Copies } from './office-acts.ts';
import type { Shop } from './simulated-shop.ts';
import { bootTablet, killApp, serve } from './tablet.ts';

export const CLOSED_FOR_MS = PRUNE_AFTER_MS + 24 * 60 * 60_000;
const PAUSE_MS = 1_500;
const SENT_MS = 18_000;

export async function sellThenClose(shop: Shop, copies: Copies, opensAt: number): Promise<void> {
  const { world, tablets } = shop;
  const pass = (ms: number): Promise<void> => world.runUntil(world.now() + ms);
  const sell = async (customer: string): Promise<void> => {
    for (const tablet of tablets) world.start(serve(shop, tablet, customer, 1));
    await pass(PAUSE_MS);
  };
  for (const tablet of tablets) world.start(bootTablet(shop, tablet));
  await pass(PAUSE_MS);
  await sell('then-1');
  await sell('then-2');
  atOffice(shop, copies, { at: 0, is: 'backUp' });
  await sell('then-3');
  await sell('then-4');
  atOffice(shop, copies, { at: 0, is: 'backUp' });
  await sell('then-5');
  // Until every till has heard what is safe by now.
  await pass(SENT_MS);
  for (const tablet of tablets) {
    await killApp(shop, tablet);
    tablet.wasStoppedCleanly = true;
  }
  await world.runUntil(opensAt);
}
