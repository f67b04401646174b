// The app on the tablet: what a bad deploy, an update and a second window can do to it, in a real browser.
import { expect, test, type Page } from '@playwright/test';
import { AMARA, printedCode } from './harness/demo-shop.ts';
import { untilAppIsKept } from './harness/demo-till.ts';
import { prepareDeployments, type Deployments } from './harness/deployments.ts';
import { disposeAll } from './harness/dispose-all.ts';
import { prepareServer, type EvertillServer } from './harness/evertill-server.ts';
import { expectAccessible } from './harness/expect-accessible.ts';
import { lengthenJournal } from './harness/long-journal.ts';
import { readJournal } from './harness/read-journal.ts';
import { escape } from './harness/stop.ts';
import { prepareTablet, type Tablet } from './harness/tablet.ts';
import {
  basketLines,
  enrol,
  expectUpToDate,
  goTo,
  nextSale,
  openShift,
  payCashExact,
  scan,
  signIn,
  statusPill,
} from './harness/till-screens.ts';

/** A check waits for one already on its way, and each fetches every file of a version. */
const UPDATE_MS_MAX = 90_000;
/** One push's worth. */
const WAITING = 500;

let server: EvertillServer;
let deployments: Deployments;
let tablet: Tablet;

test.beforeAll(async () => {
  server = await prepareServer([]);
  await server.start();
  deployments = await prepareDeployments(server.origin);
  tablet = await prepareTablet(deployments.origin);
  const page = await tablet.switchOn();
  await enrol(page, printedCode(server));
  await signIn(page, AMARA.name, AMARA.pin);
  await openShift(page);
  // A deploy that came any sooner would break the app's first arrival, which is another journey.
  await untilAppIsKept(page);
});

test.afterAll(() => disposeAll(tablet, deployments, server));

/** Asks for a new version as the hourly check does, and says what became of it; a check already on its way answers for the one before. */
function checkForUpdate(page: Page): Promise<'nothing' | 'refused' | 'waits'> {
  return page.evaluate(async () => {
    const registration = await navigator.serviceWorker.ready;
    // It rejects for an answer that is no worker.
    const isWorker = await registration.update().then(
      () => true,
      () => false,
    );
    if (!isWorker) return 'refused';
    const coming = registration.installing;
    if (coming === null) return registration.waiting === null ? 'nothing' : 'waits';
    await new Promise<void>((resolve) => {
      coming.addEventListener('statechange', () => {
        if (coming.state !== 'installing') resolve();
      });
    });
    return coming.state === 'redundant' ? 'refused' : 'waits';
  });
}

/** True in the page that was marked, until it is loaded anew. */
const mark = (page: Page) => page.evaluate(() => document.body.classList.add('marked'));
const marked = (page: Page) => page.locator('body.marked');

test('P8 SHELL-6 a deploy that answers web pages in place of its files is not taken, and the till starts as before', async () => {
  const page = tablet.page();
  deployments.deployBroken();
  await expect.poll(() => checkForUpdate(page), { timeout: UPDATE_MS_MAX }).toBe('refused');
  const stored = await page.evaluate(async () => {
    const answers = await Promise.all(
      (await caches.keys()).map(async (name) => (await caches.open(name)).matchAll()),
    );
    return Promise.all(answers.flat().map((answer) => answer.text()));
  });
  expect(stored.length).toBeGreaterThan(10);
  expect(stored.filter((text) => text.includes('Something went wrong'))).toEqual([]);
  await page.reload();
  await signIn(page, AMARA.name, AMARA.pin);
  // The reload made the browser ask for the broken build once more: with that answer on its way, its files must not turn whole.
  await expect.poll(() => checkForUpdate(page), { timeout: UPDATE_MS_MAX }).toBe('refused');
  deployments.rollBack();
  await expect.poll(() => checkForUpdate(page), { timeout: UPDATE_MS_MAX }).toBe('nothing');
});

test('P8 SHELL-6 SHELL-23 a deploy that answers 500, lacks files, or whose worker throws is not taken, and the till sells on', async () => {
  const page = tablet.page();
  const deploys = [
    () => deployments.deployFailing(),
    () => deployments.deployWithoutParts(),
    () => deployments.deployThrowingWorker(),
  ];
  await mark(page);
  for (const deploy of deploys) {
    deploy();
    await expect.poll(() => checkForUpdate(page), { timeout: UPDATE_MS_MAX }).toBe('refused');
  }
  await page.reload();
  await signIn(page, AMARA.name, AMARA.pin);
  await scan(page, 'COF-001');
  await payCashExact(page);
  await nextSale(page);
  deployments.rollBack();
  await expect.poll(() => checkForUpdate(page), { timeout: UPDATE_MS_MAX }).toBe('nothing');
});

test('UPDATE-1 P8 a new version is offered where nothing would be lost by it, and comes when somebody wishes', async () => {
  const page = tablet.page();
  const offer = page.getByRole('button', { name: 'Update now' });
  await scan(page, 'COF-001');
  await expect(basketLines(page)).toHaveCount(1);
  deployments.deployWhole();
  await expect.poll(() => checkForUpdate(page), { timeout: UPDATE_MS_MAX }).toBe('waits');
  await expect(offer).toBeHidden();
  await payCashExact(page);
  await expect(offer).toBeHidden();
  await nextSale(page);
  await mark(page);
  await offer.click();
  await expect(marked(page)).toHaveCount(0);
  await signIn(page, AMARA.name, AMARA.pin);
  await expect(offer).toBeHidden();
});

test('F32 UPDATE-2 P8 an update with 500 facts waiting and an open sale: the sale is finished, every fact stays byte for byte, all arrive', async () => {
  const page = tablet.page();
  await expectUpToDate(page);
  deployments.setApi('down');
  await page.goto(`${deployments.origin}/rescue.html`);
  const held = (await readJournal(page)).length;
  await lengthenJournal(page, held + WAITING, WAITING);
  const before = await readJournal(page);
  await page.goto(deployments.origin);
  await signIn(page, AMARA.name, AMARA.pin);
  await scan(page, 'COF-001');
  deployments.deployWhole();
  await expect.poll(() => checkForUpdate(page), { timeout: UPDATE_MS_MAX }).toBe('waits');
  await expect(basketLines(page)).toHaveCount(1);
  await payCashExact(page);
  await nextSale(page);
  await mark(page);
  await goTo(page, 'Lock');
  await expect(marked(page)).toHaveCount(0);
  await signIn(page, AMARA.name, AMARA.pin);
  expect((await readJournal(page)).slice(0, before.length)).toEqual(before);
  deployments.setApi('up');
  await statusPill(page).click();
  await page.getByRole('button', { name: 'Try now' }).click();
  await escape(page);
  await expectUpToDate(page);
});

test('SHELL-20 P8 a new version whose start throws is taken back after two starts, and the till says so', async () => {
  const page = tablet.page();
  deployments.deployThrowing();
  await expect.poll(() => checkForUpdate(page), { timeout: UPDATE_MS_MAX }).toBe('waits');
  await goTo(page, 'Lock');
  const dead = page.getByRole('heading', { name: 'The till cannot start' });
  await expect(dead).toBeVisible({ timeout: 60_000 });
  await page.getByRole('link', { name: 'Start again' }).click();
  await expect(dead).toBeVisible({ timeout: 60_000 });
  await page.getByRole('link', { name: 'Start again' }).click();
  await expect(page.getByRole('heading', { name: 'Who is selling?' })).toBeVisible({ timeout: 60_000 });
  await page.getByRole('button', { name: 'Ready, with something to put right' }).click();
  await expect(page.getByText(/the newer one did not start/)).toBeVisible();
  await escape(page);
  await signIn(page, AMARA.name, AMARA.pin);
  await scan(page, 'COF-001');
  await payCashExact(page);
  await nextSale(page);
  // The build after it is on trial by itself.
  deployments.deployWhole();
  await expect.poll(() => checkForUpdate(page), { timeout: UPDATE_MS_MAX }).toBe('waits');
  await mark(page);
  await page.getByRole('button', { name: 'Update now' }).click();
  await expect(marked(page)).toHaveCount(0);
  await signIn(page, AMARA.name, AMARA.pin);
});

test('F32 P8 a new version waits for an open sale, and comes when the till is locked', async () => {
  const page = tablet.page();
  await scan(page, 'COF-001');
  await expect(basketLines(page)).toHaveCount(1);
  await mark(page);
  deployments.deployWhole();
  await expect.poll(() => checkForUpdate(page), { timeout: UPDATE_MS_MAX }).toBe('waits');
  // Longer than an idle till is left alone: scanning, paying and being paid do not count as idle.
  const until = Date.now() + 7_000;
  await expect.poll(() => Date.now() > until, { timeout: 10_000 }).toBe(true);
  await expect(marked(page)).toHaveCount(1);
  await payCashExact(page);
  await nextSale(page);
  await expect(marked(page)).toHaveCount(1);
  await goTo(page, 'Lock');
  await expect(marked(page)).toHaveCount(0);
  await signIn(page, AMARA.name, AMARA.pin);
  expect(await checkForUpdate(page)).toBe('nothing');
});

test('F22 F31 another window takes over with the basket, also from one that froze', async () => {
  const first = tablet.page();
  await scan(first, 'COF-002');
  await expect(basketLines(first)).toHaveCount(1);
  const second = await first.context().newPage();
  await second.goto(deployments.origin);
  await second.getByRole('button', { name: 'Use here' }).click();
  await signIn(second, AMARA.name, AMARA.pin);
  await expect(basketLines(second)).toHaveCount(1);
  await expect(first.getByRole('heading', { name: 'This till is open in another window' })).toBeVisible();

  const third = await first.context().newPage();
  await third.goto(deployments.origin);
  const frozen = second.evaluate(() => {
    const end = performance.now() + 16_000;
    while (performance.now() < end);
  });
  await third.getByRole('button', { name: 'Use here' }).click();
  await expect(third.getByRole('heading', { name: 'Who is selling?' })).toBeVisible({ timeout: 12_000 });
  await frozen;
  await expect(second.getByRole('heading', { name: 'This till is open in another window' })).toBeVisible();
  await signIn(third, AMARA.name, AMARA.pin);
  await payCashExact(third);
  await nextSale(third);
  await third.close();
  await second.close();
  await expect(first.getByRole('heading', { name: 'Who is selling?' })).toBeVisible();
});

test('F08 a database that never opens is said within seconds, and tried again', async () => {
  const first = tablet.page();
  const stuck = await first.context().newPage();
  await stuck.addInitScript(() => {
    const open = IDBFactory.prototype.open.bind(indexedDB);
    IDBFactory.prototype.open = (name, version) => {
      if (sessionStorage.getItem('database') === 'opens') return open(name, version);
      const request = open(`instead of ${name}`);
      for (const event of ['success', 'error', 'upgradeneeded', 'blocked']) {
        request.addEventListener(event, (happened) => happened.stopImmediatePropagation());
      }
      return request;
    };
  });
  await stuck.goto(deployments.origin);
  await stuck.getByRole('button', { name: 'Use here' }).click();
  await expect(stuck.getByRole('heading', { name: 'This tablet’s storage does not answer' })).toBeVisible();
  await stuck.evaluate(() => sessionStorage.setItem('database', 'opens'));
  await stuck.getByRole('button', { name: 'Try again' }).click();
  await expect(stuck.getByRole('heading', { name: 'Who is selling?' })).toBeVisible();
  await stuck.close();
  await expect(first.getByRole('heading', { name: 'Who is selling?' })).toBeVisible();
});

test('P2 SHELL-8 the server dies before the app is kept: a part that is not here is said so, the sale goes on, then it is fetched', async () => {
  const first = tablet.page();
  await forgetKeptApp(first);
  // Its worker has kept nothing yet, and these parts did not come before the server died.
  const page = await first.context().newPage();
  await page.addInitScript(() => {
    Reflect.deleteProperty(Navigator.prototype, 'serviceWorker');
  });
  const late = /\/assets\/(status-sheet|receipts-screen|asking-sheets|wrong-payment)-[^/]+$/;
  await page.route(late, (route) => route.abort());
  await page.goto(deployments.origin);
  await page.getByRole('button', { name: 'Use here' }).click();
  await signIn(page, AMARA.name, AMARA.pin);
  await scan(page, 'COF-001');

  const missing = page.getByRole('dialog', { name: 'This part is not on the device yet' });
  await statusPill(page).click();
  await expectAccessible(page);
  await missing.getByRole('button', { name: 'Try again' }).click();
  // Some engines keep the failure of a module as long as the page lives.
  await missing.getByRole('button', { name: 'Start again' }).click();
  // The first window stood in line.
  await page.getByRole('button', { name: 'Use here' }).click();
  await signIn(page, AMARA.name, AMARA.pin);
  await expect(basketLines(page)).toHaveCount(1);
  await page.getByRole('button', { name: 'More for this basket' }).click();
  await missing.getByRole('button', { name: 'Close' }).click();
  await goTo(page, 'Receipts');
  await missing.getByRole('button', { name: 'Close' }).click();
  await expect(basketLines(page)).toHaveCount(1);
  await payCashExact(page);
  await nextSale(page);

  await statusPill(page).click();
  await expect(missing).toBeVisible();
  await page.unroute(late);
  await missing.getByRole('button', { name: 'Try again' }).click();
  const sheet = page.getByRole('dialog', { name: 'Status' });
  await expect(sheet).toBeVisible();
  // Its looks came with it, though the first try for them had failed.
  await expect
    .poll(() => page.evaluate(() => [...document.styleSheets].map(({ href }) => href ?? '').join()))
    .toMatch(/status-sheet-[^/]+\.css/);
  await escape(page);
  await goTo(page, 'Receipts');
  await expect(page.getByRole('textbox', { name: 'Receipt number' })).toBeVisible();
  await page.close();
  await first.reload();
  await expect(first.getByRole('heading', { name: 'Who is selling?' })).toBeVisible();
  await untilAppIsKept(first);
});

/** As on a tablet that has been opened for the first time. */
async function forgetKeptApp(page: Page): Promise<void> {
  await page.evaluate(async () => {
    for (const registration of await navigator.serviceWorker.getRegistrations()) {
      await registration.unregister();
    }
    for (const name of await caches.keys()) await caches.delete(name);
  });
}

test('P8 SHELL-4 when the browser threw the app away, our own words show until the server has it again', async () => {
  const page = tablet.page();
  await page.evaluate(async () => {
    for (const name of await caches.keys()) await caches.delete(name);
  });
  deployments.deployBroken();
  await page.goto(deployments.origin);
  await expect(page.getByRole('heading', { name: 'Evertill must be fetched again' })).toBeVisible();
  deployments.rollBack();
  await expect(page.getByRole('heading', { name: 'Who is selling?' })).toBeVisible({ timeout: 30_000 });
});
