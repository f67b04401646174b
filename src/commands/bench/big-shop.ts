/** A shop with as many products as wanted on a server of its own, and a till of it that stands at the counter. */
import type { Page } from '@playwright/test';
import { disposeAll } from '../../../e2e/harness/dispose-all.ts';
import { untilAppIsKept } from '../../../e2e/harness/demo-till.ts';
import { prepareServer, type EvertillServer } from '../../../e2e/harness/evertill-server.ts';
import { labOf } from '../../../e2e/harness/lab.ts';
import { prepareTablet, type Tablet } from '../../../e2e/harness/tablet.ts';
import type { DrillShop } from '../../server/import/drill-shop.ts';
import { watchTill } from './watch-till.ts';

/** A measurement, not a limit: a busy machine takes minutes over a first catalogue. */
const CATALOGUE_MS_MAX = 600_000;

export interface BigShop {
  readonly server: EvertillServer;
  readonly shop: DrillShop;
  readonly clerk: { readonly name: string; readonly pin: string };
}

export interface BigProduct {
  readonly code: string;
  readonly name: string;
  readonly price: number;
}

export async function prepareBigShop(products: readonly BigProduct[]): Promise<BigShop> {
  const server = await prepareServer(['--demo-faults', '--no-demo']);
  try {
    await server.start();
    const shop = await labOf(server.origin).makeShop({ name: 'Big shop', tills: 1, products: [...products] });
    const clerk = shop.people.find(({ role }) => role === 'clerk');
    if (clerk === undefined) throw new Error('the big shop has no clerk');
    return { server, shop, clerk };
  } catch (error) {
    await disposeAll(server);
    throw error;
  }
}

/** Enrols the shop's till; it is locked and has the app and all products afterwards. */
export async function enrolTillOf({ server, shop }: BigShop): Promise<Tablet> {
  const code = shop.tills[0]?.code;
  if (code === undefined) throw new Error('the big shop has no till');
  const tablet = await prepareTablet(server.origin);
  try {
    const page = await tablet.switchOn(watchTill);
    await page.getByRole('textbox', { name: 'Enrolment code' }).fill(code);
    await page.getByRole('button', { name: 'Set up' }).click();
    await page.getByRole('heading', { name: 'Who is selling?' }).waitFor({ timeout: CATALOGUE_MS_MAX });
    await untilAppIsKept(page);
    return tablet;
  } catch (error) {
    await disposeAll(tablet);
    throw error;
  }
}

/** Runs the work with the processor so many times slower, as Chromium does it for a page. */
export async function slowedDown<Result>(
  page: Page,
  times: number,
  work: () => Promise<Result>,
): Promise<Result> {
  const session = await page.context().newCDPSession(page);
  await session.send('Emulation.setCPUThrottlingRate', { rate: times });
  try {
    return await work();
  } finally {
    await session.send('Emulation.setCPUThrottlingRate', { rate: 1 });
    await session.detach();
  }
}
