// The acts of a shift as a clerk works them: cash that moves, X and Z, the guided close. Each is walked with the server healthy
// and with the server dead.
import { expect, test, type Page } from '@playwright/test';
import { AMARA, KENJI } from './harness/demo-shop.ts';
import { prepareDemoTill } from './harness/demo-till.ts';
import { disposeAll } from './harness/dispose-all.ts';
import type { EvertillServer } from './harness/evertill-server.ts';
import { expectAccessible } from './harness/expect-accessible.ts';
import { escape } from './harness/stop.ts';
import type { Tablet } from './harness/tablet.ts';
import {
  chooseAnswer,
  goTo,
  nextSale,
  openShift,
  payByCard,
  payCashExact,
  scan,
  signIn,
} from './harness/till-screens.ts';

for (const weather of ['healthy', 'dead'] as const)
  test.describe(`the shift while the server is ${weather}`, () => {
    test.describe.configure({ mode: 'serial' });
    let server: EvertillServer;
    let tablet: Tablet;

    test.beforeAll(async () => {
      ({ server, tablet } = await prepareDemoTill());
      if (weather === 'dead') await server.kill();
      const page = tablet.page();
      await signIn(page, AMARA.name, AMARA.pin);
      await openShift(page);
      await scan(page, 'COF-001');
      await payCashExact(page);
      await nextSale(page);
      await scan(page, 'KIT-001');
      await payByCard(page);
      await nextSale(page);
      await goTo(page, 'Shift');
    });

    test.afterAll(() => disposeAll(tablet, server));

    test('P2 SHIFT-7 cash goes in and asks nobody', async () => {
      const page = tablet.page();
      await moveCash(page, 'Cash in', 'Change from the bank', '2000');
      await page.getByRole('button', { name: 'Put in £20.00' }).click();
      await expect(page.getByText('Cash in · Change from the bank')).toBeVisible();
      await expect(page.getByText('+£20.00')).toBeVisible();
    });

    test('P2 SHIFT-9 cash goes out with an approver’s PIN, and the list says who agreed', async () => {
      const page = tablet.page();
      await moveCash(page, 'Cash out', 'Petty cash', '450');
      await page.getByRole('button', { name: 'Take out £4.50' }).click();
      const asking = page.getByRole('dialog', { name: 'A manager’s PIN, please' });
      await expect(asking.getByText('Take out £4.50')).toBeVisible();
      const approver = asking.getByRole('button', { name: new RegExp(KENJI.name) });
      if (await approver.isVisible()) await approver.click();
      await page.keyboard.type(KENJI.pin);
      await expect(page.getByText(new RegExp(`agreed by ${KENJI.name}`))).toBeVisible();
      await expect(page.getByText('−£4.50')).toBeVisible();
    });

    test('P2 SHIFT-11 an X at any time, without what a clerk is to count', async () => {
      const page = tablet.page();
      await page.getByRole('button', { name: 'X report' }).click();
      const paper = page.getByRole('region', { name: 'X report' });
      await expect(paper.getByText('Cash in')).toBeVisible();
      await expect(paper.getByText('Expected in the drawer')).toHaveCount(0);
      await expectAccessible(page);
      await escape(page);
    });

    test('P2 SHIFT-12 the day closes with the terminal’s total and the bag’s number; the Z is kept', async () => {
      const page = tablet.page();
      await page.getByRole('button', { name: 'Close the day' }).click();
      await page.getByRole('textbox', { name: '£50 notes' }).fill('3');
      await page.getByRole('button', { name: 'Done counting' }).click();
      await page.getByRole('button', { name: 'Go on' }).click();
      await page.getByRole('textbox', { name: 'Total of the card terminal' }).fill('1.00');
      await expect(page.getByText(/The terminal has .* less\./)).toBeVisible();
      await page.getByRole('button', { name: 'Go on' }).click();
      await page.getByRole('textbox', { name: 'Bag number' }).fill('BAG-0042');
      await page.getByRole('button', { name: 'Close the day' }).click();
      const z = page.getByRole('region', { name: 'Z report' });
      await expect(z.getByText('Bag BAG-0042')).toBeVisible();
      await expect(z.getByText('Expected in the drawer')).toBeVisible();
      const waiting = page.getByText('2 sales not sent yet; they belong to today.');
      if (weather === 'dead') await expect(waiting).toBeVisible();
      await page.getByRole('button', { name: 'Lock', exact: true }).click();
      await signIn(page, AMARA.name, AMARA.pin);
      await openShift(page);
      await goTo(page, 'Shift');
      await page.getByRole('button', { name: 'Past days' }).click();
      await page.getByRole('list', { name: 'Past days' }).getByRole('button').first().click();
      await expect(z.getByText('COPY')).toBeVisible();
      await expect(z.getByText('Bag BAG-0042')).toBeVisible();
    });
  });

async function moveCash(page: Page, way: string, reason: string, digits: string): Promise<void> {
  await page.getByRole('button', { name: way, exact: true }).click();
  await chooseAnswer(page, reason);
  await page.keyboard.type(digits);
}
