// The demo shop with its first till set up: what most journeys begin with.
import { expect, type Page } from '@playwright/test';
import { printedCode } from './demo-shop.ts';
import { disposeAll } from './dispose-all.ts';
import { prepareServer, type EvertillServer } from './evertill-server.ts';
import { prepareTablet, type Tablet } from './tablet.ts';
import { enrol } from './till-screens.ts';

export interface DemoTill {
  readonly server: EvertillServer;
  readonly tablet: Tablet;
}

/** The till is locked, and the server may die from now on. @param flags as given to `npm start --`. */
export async function prepareDemoTill(flags: readonly string[] = []): Promise<DemoTill> {
  const server = await prepareServer(flags);
  await server.start();
  const tablet = await prepareTablet(server.origin);
  try {
    const page = await tablet.switchOn();
    await enrol(page, printedCode(server));
    await untilAppIsKept(page);
    return { server, tablet };
  } catch (error) {
    await disposeAll(tablet, server);
    throw error;
  }
}

/** The tablet has the app whole; what its first minute needs of the server is the shell's own journey. */
export async function untilAppIsKept(page: Page): Promise<void> {
  await expect
    .poll(() => page.evaluate(async () => (await navigator.serviceWorker.ready).active?.state), {
      timeout: 60_000,
    })
    .toBe('activated');
}
