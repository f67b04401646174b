/** What a shop sees before an outage: a till's readiness, how it is installed, an outage that is practised, and a new version that waits. */
import { expect, type Page } from '@playwright/test';
import { AMARA, KENJI, printedCode } from '../../../e2e/harness/demo-shop.ts';
import { untilAppIsKept } from '../../../e2e/harness/demo-till.ts';
import { prepareDeployments } from '../../../e2e/harness/deployments.ts';
import { prepareServer } from '../../../e2e/harness/evertill-server.ts';
import { prepareTablet } from '../../../e2e/harness/tablet.ts';
import {
  enrol,
  expectUpToDate,
  nextSale,
  openShift,
  payCashExact,
  scan,
  signIn,
  statusPill,
} from '../../../e2e/harness/till-screens.ts';
import { shoot } from './shoot.ts';

const SOON = { timeout: 90_000 };

/** A server and a tablet of its own, because new versions are put out before it. */
export async function trustScreens(): Promise<void> {
  const server = await prepareServer([]);
  await server.start();
  const deployments = await prepareDeployments(server.origin);
  const tablet = await prepareTablet(deployments.origin);
  try {
    const page = await tablet.switchOn();
    await enrol(page, printedCode(server));
    await untilAppIsKept(page);
    await readiness(page);
    await signIn(page, AMARA.name, AMARA.pin);
    await shoot(page, 'install');
    await openShift(page);
    await drill(page);
    deployments.deployWhole();
    await page.evaluate(async () => {
      await (await navigator.serviceWorker.ready).update();
    });
    await expect(page.getByRole('button', { name: 'Update now' })).toBeVisible(SOON);
    await shoot(page, 'update');
  } finally {
    await tablet.dispose();
    await deployments.dispose();
    await server.dispose();
  }
}

async function readiness(page: Page): Promise<void> {
  const light = page.getByRole('button', { name: /^(Ready|Not ready)/ });
  await expect(light).toBeVisible(SOON);
  await light.click();
  await expect(page.getByRole('dialog', { name: 'If head office went down now' })).toBeVisible();
  await shoot(page, 'readiness');
  await page.keyboard.press('Escape');
}

async function drill(page: Page): Promise<void> {
  await statusPill(page).click();
  await page.getByRole('button', { name: 'Practise an outage' }).click();
  const sheet = page.getByRole('dialog', { name: 'Practise an outage' });
  await shoot(page, 'drill-start');
  await sheet.getByRole('button', { name: 'Start' }).click();
  const approvers = page.getByRole('dialog', { name: /PIN, please/ });
  await approvers.getByRole('button', { name: new RegExp(`^${KENJI.name}`) }).click();
  await page.keyboard.type(KENJI.pin);
  await expect(page.getByRole('dialog').getByRole('button', { name: 'End the drill' })).toBeFocused(SOON);
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await scan(page, 'COF-001');
  await payCashExact(page);
  await nextSale(page);
  await expect(page.getByText('Saved on this device (1)').first()).toBeVisible(SOON);
  await scan(page, 'BAK-001');
  await shoot(page, 'drill');
  await payCashExact(page);
  await nextSale(page);
  await page.getByRole('button', { name: 'End the drill' }).click();
  await expectUpToDate(page);
}
