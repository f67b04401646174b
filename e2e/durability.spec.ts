// What becomes of a till whose storage fails it: full, slow, dead, emptied, upgraded under it, in a real browser.
import { readFile } from 'node:fs/promises';
import { expect, test, type Page, type Request } from '@playwright/test';
import { verifyJournalExport } from '../src/journal/verify-journal-export.ts';
import type { DrillShop } from '../src/server/import/drill-shop.ts';
import {
  emptyDatabases,
  fillDisk,
  holdJournal,
  killHandles,
  makeHandlesMortal,
  refuseKeys,
  upgradeJournal,
} from './harness/break-storage.ts';
import { untilAppIsKept } from './harness/demo-till.ts';
import { disposeAll } from './harness/dispose-all.ts';
import { prepareServer, type EvertillServer } from './harness/evertill-server.ts';
import { labOf } from './harness/lab.ts';
import { codeFromOffice } from './harness/office-code.ts';
import { countReads, lengthenJournal, readAllFacts, readsOf } from './harness/long-journal.ts';
import { readJournal } from './harness/read-journal.ts';
import { readReceiptFacts } from './harness/receipt-facts.ts';
import { escape, expectFocusBackOn } from './harness/stop.ts';
import { prepareTablet, type Tablet } from './harness/tablet.ts';
import {
  basketLines,
  chargeButton,
  enrol,
  expectPaid,
  expectUpToDate,
  goTo,
  nextSale,
  openShift,
  payCashExact,
  receiptOnPaid,
  scan,
  signIn,
} from './harness/till-screens.ts';

const ALMA = { name: 'Alma', pin: '4826' };
const MIRA = { name: 'Mira', pin: '730416' };
const BEN = { name: 'Ben', pin: '7193' };

let server: EvertillServer;
let shop: DrillShop;
let tablet: Tablet;
/** Tablets of single tests. */
const others: Tablet[] = [];

test.describe.configure({ mode: 'serial' });

test.beforeAll(async () => {
  server = await prepareServer(['--demo-faults']);
  await server.start();
  const products = [{ code: 'MUG', name: 'Mug', price: 250 }];
  shop = await labOf(server.origin).makeShop({ name: 'Storm & Sons', tills: 5, products });
  tablet = await prepareTablet(server.origin);
  const page = await tablet.switchOn();
  await enrol(page, tillOf(0).code);
  await untilAppIsKept(page);
  await signIn(page, ALMA.name, ALMA.pin);
});

test.afterAll(() => disposeAll(tablet, ...others, server));

function tillOf(place: number): DrillShop['tills'][number] {
  const till = shop.tills[place];
  if (till === undefined) throw new Error(`the shop has no till ${String(place)}`);
  return till;
}

async function otherTablet(): Promise<Tablet> {
  const other = await prepareTablet(server.origin);
  others.push(other);
  return other;
}

async function sell(page: Page): Promise<string> {
  await scan(page, 'MUG');
  await payCashExact(page);
  const receipt = await receiptOnPaid(page);
  await nextSale(page);
  return receipt;
}

async function receipts(page: Page): Promise<string[]> {
  return readReceiptFacts(await readJournal(page)).map((fact) => fact.receipt);
}

const needsManager = (page: Page) => page.getByRole('button', { name: 'Needs a manager' }).first();

test('F09 a tab that is not installed, in storage that may be cleared, is said before the first sale', async () => {
  const page = tablet.page();
  await expect(page.getByText('This is a browser tab: good for a try-out, not for a shop.')).toBeVisible();
  await openShift(page);
  await page
    .getByRole('button', { name: /Up to date|Sending/ })
    .first()
    .click();
  const sheet = page.getByRole('dialog', { name: 'Status' });
  const light = sheet.getByRole('button', { name: 'Ready, with something to put right' });
  await light.click();
  const readiness = page.getByRole('dialog', { name: 'If head office went down now' });
  await expect(readiness.getByText('equal to the first')).toBeVisible();
  await expect(readiness.getByText('the browser may clear it')).toBeVisible();
  await expect(readiness.getByText('a browser tab: only a try-out')).toBeVisible();
  await escape(page);
  await expect(readiness).toBeHidden();
  await expectFocusBackOn(light, readiness);
  await escape(page);
  await expect(sheet).toBeHidden();
});

test('F04 a commit over its limit is being checked, and is one sale when it lands', async () => {
  const page = tablet.page();
  const before = await receipts(page);
  await scan(page, 'MUG');
  await chargeButton(page).click();
  const journal = await holdJournal(page);
  await page.getByRole('button', { name: /^Exact/ }).click();
  await expect(page.getByText(/Checking/).first()).toBeVisible({ timeout: 15_000 });
  await journal.letGo();
  await expectPaid(page);
  await nextSale(page);
  expect(await receipts(page)).toHaveLength(before.length + 1);
});

test('F04 F05 on a full disk the basket is kept; the till opens and says so; with space again it is charged once', async () => {
  const before = await receipts(tablet.page());
  await scan(tablet.page(), 'MUG');
  await chargeButton(tablet.page()).click();
  await fillDisk(tablet.page(), server.origin);
  await expect(needsManager(tablet.page())).toBeVisible({ timeout: 60_000 });
  await tablet
    .page()
    .getByRole('button', { name: /^Exact/ })
    .click();
  await expect(tablet.page().getByRole('alert').first()).toBeVisible();
  expect(await receipts(tablet.page())).toEqual(before);

  await tablet.switchOff();
  const page = await tablet.switchOn(async (blank) => {
    await fillDisk(blank, server.origin);
  });
  await expect(needsManager(page)).toBeVisible({ timeout: 30_000 });
  await expect(page.getByText('This tablet has no space left').first()).toBeVisible();
  await needsManager(page).click();
  const saving = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Save the journal as a file' }).click();
  const exported = await readFile(await (await saving).path(), 'utf8');
  const verdict = await verifyJournalExport(inOnePiece(exported), { root: null });
  expect(verdict).toMatchObject({ is: 'intact', facts: (await readJournal(page)).length });
  await page.getByRole('dialog', { name: 'Status' }).getByRole('button', { name: 'Close' }).click();
  await page.getByRole('button', { name: /^Alma/ }).click();
  await page.keyboard.type(ALMA.pin);
  await expect(page.getByText('This tablet cannot save anything just now')).toBeVisible();

  const again = await restarted(tablet);
  await signIn(again, ALMA.name, ALMA.pin);
  await expect(basketLines(again)).toHaveCount(1);
  await payCashExact(again);
  await nextSale(again);
  expect(await receipts(again)).toHaveLength(before.length + 1);
  await expectUpToDate(again);
});

test('F07 handles that die under the app are opened again, and the sale is written once', async () => {
  const page = tablet.page();
  await makeHandlesMortal(page);
  await page.reload();
  await signIn(page, ALMA.name, ALMA.pin);
  const before = await receipts(page);
  await scan(page, 'MUG');
  await expect(basketLines(page)).toHaveCount(1);
  await chargeButton(page).click();
  await killHandles(page);
  await page.getByRole('button', { name: /^Exact/ }).click();
  await expectPaid(page);
  await nextSale(page);
  expect(await receipts(page)).toHaveLength(before.length + 1);
  await killHandles(page);
  await sell(page);
  await expectUpToDate(page);
});

test('F11 a window of a newer version upgrades the database: the older one lets go, the basket goes on, and back in the older nothing is lost', async () => {
  const first = tablet.page();
  const before = await receipts(first);
  await scan(first, 'MUG');
  await expect(basketLines(first)).toHaveCount(1);
  const newer = await first.context().newPage();
  await upgradeJournal(newer);
  await newer.goto(server.origin);
  await newer.getByRole('button', { name: 'Use here' }).click();
  await signIn(newer, ALMA.name, ALMA.pin);
  await expect(basketLines(newer)).toHaveCount(1);
  await payCashExact(newer);
  await nextSale(newer);
  await newer.close();
  // As after a roll-back: the older app has the newer database before it.
  await signIn(first, ALMA.name, ALMA.pin);
  await expect(basketLines(first)).toHaveCount(0);
  const last = await sell(first);
  const after = await receipts(first);
  expect(after).toEqual([...before, after.at(-2), last]);
  expect(new Set(after).size).toBe(after.length);
  await expectUpToDate(first);
});

async function restarted(one: Tablet): Promise<Page> {
  await one.switchOff();
  return one.switchOn();
}

test('F10 a browser that cannot keep a key is refused before its code is spent', async () => {
  const other = await otherTablet();
  const page = await other.switchOn();
  await refuseKeys(page);
  await page.reload();
  await page.getByRole('textbox', { name: 'Enrolment code' }).fill(tillOf(1).code);
  await page.getByRole('button', { name: 'Set up' }).click();
  await expect(page.getByRole('alert')).toContainText('cannot keep the till’s key');
  await page.evaluate(() => sessionStorage.setItem('keys', 'kept'));
  await page.getByRole('button', { name: 'Set up' }).click();
  await expect(page.getByRole('heading', { name: 'Who is selling?' })).toBeVisible({ timeout: 60_000 });
});

test('F06 P4 every database emptied with sales waiting: the same till under a new key, and they all arrive', async () => {
  const [other] = others;
  if (other === undefined) throw new Error('no tablet');
  const page = other.page();
  await signIn(page, BEN.name, BEN.pin);
  await openShift(page);
  await expectUpToDate(page);
  await page.context().setOffline(true);
  const sold = [await sell(page), await sell(page)];
  const facts = await readJournal(page);
  await other.pullThePlug();
  await emptyDatabases(other);

  const again = await other.switchOn();
  await expect(again.getByRole('heading', { name: 'Needs a manager' })).toBeVisible();
  await expect(again.getByText(tillOf(1).name)).toBeVisible();
  await typeCode(again, await codeFromOffice(server.origin, shop.office, tillOf(2).till));
  await expect(again.getByRole('alert')).toBeVisible();
  await typeCode(again, await codeFromOffice(server.origin, shop.office, tillOf(1).till));
  await expect(again.getByRole('heading', { name: 'Who is selling?' })).toBeVisible({ timeout: 60_000 });
  await expectUpToDate(again);
  const kept = await readJournal(again);
  for (const waiting of facts.slice(-2)) expect(kept).toContain(waiting);
  expect(await receipts(again)).toEqual(sold);
  await signIn(again, BEN.name, BEN.pin);
  await openShift(again);
  expect(await sell(again)).toMatch(/^[A-Z]\d+z-000001$/);
  await expectUpToDate(again);
});

test('F46 ten wrong PINs, over a reload, a second window and kills, are ten: the clerk is locked here, others sell, and an approver lets them in', async () => {
  const other = others[0];
  if (other === undefined) throw new Error('no tablet');
  await untilAppIsKept(other.page());
  await other.switchOff();
  let page = await switchedOnAt(other, Date.now());
  await choose(page, BEN);
  await wrongPin(page, /4 tries left/);
  await wrongPin(page, /3 tries left/);
  await page.reload();
  await choose(page, BEN);
  await wrongPin(page, /2 tries left/);

  const second = await page.context().newPage();
  await second.goto(server.origin);
  await second.getByRole('button', { name: 'Use here' }).click();
  await choose(second, BEN);
  await wrongPin(second, /1 try left/);
  await second.close();
  await choose(page, BEN);
  await wrongPin(page, /Too many wrong PINs/);

  for (const told of [
    /Try again in 2 minutes/,
    /in 4 minutes/,
    /in 8 minutes/,
    /in 15 minutes/,
    /Ben is locked/,
  ]) {
    // The wait is over, and the tablet was cut off from power meanwhile.
    const waited = (await page.evaluate(() => Date.now())) + 16 * 60_000;
    await other.pullThePlug();
    page = await switchedOnAt(other, waited);
    await choose(page, BEN);
    await wrongPin(page, told);
  }
  await page.reload();
  // So many wrong ones slow the whole till, by a minute at most.
  await page.clock.fastForward(60_000);
  await signIn(page, ALMA.name, ALMA.pin);
  await goTo(page, 'Lock');
  await choose(page, BEN);
  await expect(page.getByText(/Ben is locked on this till after ten wrong PINs/)).toBeVisible();
  await page.getByRole('button', { name: 'Ask for a manager’s PIN' }).click();
  await page.getByRole('dialog').getByRole('button', { name: /^Mira/ }).click();
  await page.keyboard.type(MIRA.pin);
  await expect(page.getByText('Ben may try again.')).toBeVisible();
  await signIn(page, BEN.name, BEN.pin);
});

/** Without a server, which would tell it the real time: this tablet's clock says what the test says. */
function switchedOnAt(one: Tablet, time: number): Promise<Page> {
  return one.switchOn(async (blank) => {
    await blank.context().setOffline(true);
    await blank.clock.install({ time });
  });
}

async function choose(page: Page, { name }: { readonly name: string }): Promise<void> {
  await page.getByRole('button', { name: new RegExp(`^${name}`) }).click();
  await expect(page.getByRole('heading', { name: `Hello ${name}, your PIN` })).toBeVisible();
}

async function wrongPin(page: Page, told: RegExp): Promise<void> {
  await page.keyboard.type('0000');
  await expect(page.getByText(told)).toBeVisible();
}

async function typeCode(page: Page, code: string): Promise<void> {
  await page.getByRole('textbox', { name: 'Code from the office' }).fill(code);
  await page.getByRole('button', { name: 'Go on with this till' }).click();
}

test('F29 P6 SCREEN-29 a till is not signed out while a sale waits; its journal is offered; then a manager signs it out', async () => {
  const page = await restarted(tablet);
  await signIn(page, ALMA.name, ALMA.pin);
  await page.context().setOffline(true);
  await sell(page);
  const sheet = page.getByRole('dialog', { name: 'Status' });
  await page
    .getByRole('button', { name: /Saved on this device|Sending/ })
    .first()
    .click();
  await expect(
    sheet.getByText('has not arrived at head office, so this till cannot be signed out'),
  ).toBeVisible();
  await expect(sheet.getByRole('button', { name: 'Sign this till out' })).toBeDisabled();
  const download = page.waitForEvent('download');
  await sheet.getByRole('button', { name: 'Save the journal as a file' }).click();
  expect((await download).suggestedFilename()).toMatch(/^evertill-.*\.jsonl$/);
  await page.context().setOffline(false);
  await sheet.getByRole('button', { name: 'Try now' }).click();
  await sheet.getByRole('button', { name: 'Sign this till out' }).click({ timeout: 60_000 });
  await page.keyboard.type(MIRA.pin);
  await expect(page.getByRole('heading', { name: 'Set up this till' })).toBeVisible({ timeout: 30_000 });
  // Neither the second copy nor a mark of the till is left, for a start to find.
  expect(await leftBehind(page)).toEqual([]);
  await page.reload();
  await expect(page.getByRole('heading', { name: 'Set up this till' })).toBeVisible();
});

/** By its place and size, whatever tells of the till outside the databases. */
function leftBehind(page: Page): Promise<string[]> {
  return page.evaluate(async () => {
    const left = Object.keys(localStorage).filter((key) => key.startsWith('evertill-till'));
    if (await caches.has('evertill-till')) left.push('a cached mark');
    const folders = [await navigator.storage.getDirectory()];
    for (const folder of folders) {
      for await (const entry of folder.values()) {
        if (entry instanceof FileSystemDirectoryHandle) folders.push(entry);
        else if (entry instanceof FileSystemFileHandle)
          left.push(`${entry.name}: ${(await entry.getFile()).size}`);
      }
    }
    return left;
  });
}

test('F13 a journal of 100,000 facts: a start and a sale read its tail, however long the rest is', async () => {
  const length = 100_000;
  const other = await otherTablet();
  const first = await other.switchOn();
  await enrol(first, tillOf(3).code);
  await signIn(first, BEN.name, BEN.pin);
  await openShift(first);
  await sell(first);
  await expectUpToDate(first);
  await first.goto(`${server.origin}/lab`);
  await lengthenJournal(first, length, WAITING_FACTS);
  await other.switchOff();

  const page = await other.switchOn(async (blank) => {
    await countReads(blank);
    // Head office never had these facts, and would want them all.
    await blank.context().setOffline(true);
  });
  await signIn(page, BEN.name, BEN.pin);
  await expect(page.getByRole('button', { name: /Saved on this device/ }).first()).toContainText('3');
  const { facts: atBoot } = await readsOf(page);
  expect(atBoot).toBeGreaterThanOrEqual(WAITING_FACTS);
  expect(atBoot).toBeLessThan(FACTS_READ_MAX);
  expect(await sell(page)).toMatch(/^[A-Z]\d+-\d{6}$/);
  expect((await readsOf(page)).facts).toBeLessThan(FACTS_READ_MAX);
  // The count sees a start that would read them all.
  await readAllFacts(page);
  expect((await readsOf(page)).facts).toBeGreaterThan(length);
});

const WAITING_FACTS = 3;
/** Each of the till's parts reads the tail, and each try of sending what waits. */
const FACTS_READ_MAX = 50;

test('SYNC-17 F27 a tablet that sleeps eight hours in a request gives it up as it wakes, and sends within five seconds', async () => {
  const other = await otherTablet();
  const asked = { begun: 0, answered: 0, givenUp: 0 };
  const page = await other.switchOn(async (blank) => {
    await blank.clock.install();
    blank.on('request', (request) => (asked.begun += Number(isOfSending(request))));
    blank.on('requestfinished', (request) => (asked.answered += Number(isOfSending(request))));
    blank.on('requestfailed', (request) => (asked.givenUp += Number(isOfSending(request))));
  });
  await enrol(page, tillOf(4).code);
  await signIn(page, BEN.name, BEN.pin);
  await openShift(page);
  await expectUpToDate(page);
  await labOf(server.origin).breakRequests('sending', 'hang');
  await sell(page);
  await expect.poll(() => asked.begun - asked.answered - asked.givenUp).toBe(1);
  const { begun, givenUp } = asked;

  const wakesAt = (await page.evaluate(() => Date.now())) + 8 * 60 * 60_000;
  await page.clock.pauseAt(wakesAt);
  await stepUntil(page, () => asked.givenUp > givenUp);
  await labOf(server.origin).mend();
  await stepUntil(page, () => asked.begun > begun);
  expect(await page.evaluate(() => Date.now())).toBeLessThanOrEqual(wakesAt + 5_000);
  await page.clock.resume();
  await expectUpToDate(page);
});

function isOfSending(request: Request): boolean {
  return /\/api\/v1\/(push|head)$/.test(request.url());
}

/** Lets the page's time go on in small steps, slower than real time, so that no load of the machine counts. */
async function stepUntil(page: Page, isReached: () => boolean): Promise<void> {
  const step = async () => {
    await page.clock.runFor(50);
    return isReached();
  };
  await expect.poll(step, { intervals: [100], timeout: 60_000 }).toBe(true);
}

async function* inOnePiece(text: string): AsyncGenerator<string> {
  yield await Promise.resolve(text);
}
