// A till whose new version does not start: its sales are saved, sent and counted once, with head office away and back.
import { readFile } from 'node:fs/promises';
import { expect, test, type Page } from '@playwright/test';
import { verifyJournalExport } from '../src/journal/verify-journal-export.ts';
import { AMARA, OFFICE, printedCode } from './harness/demo-shop.ts';
import { untilAppIsKept } from './harness/demo-till.ts';
import { prepareDeployments, type Deployments } from './harness/deployments.ts';
import { disposeAll } from './harness/dispose-all.ts';
import { prepareServer, type EvertillServer } from './harness/evertill-server.ts';
import { expectAccessible } from './harness/expect-accessible.ts';
import { readFigures, signInToOffice } from './harness/office-screens.ts';
import { readJournal } from './harness/read-journal.ts';
import { prepareTablet, type Tablet } from './harness/tablet.ts';
import {
  enrol,
  expectUpToDate,
  goTo,
  nextSale,
  openShift,
  payCashExact,
  scan,
  signIn,
} from './harness/till-screens.ts';

const SALES = 3;
const MORE_SALES = 2;

let server: EvertillServer;
let deployments: Deployments;
let tablet: Tablet;
let office: Page;

test.describe.configure({ mode: 'serial' });

test.beforeAll(async () => {
  server = await prepareServer([]);
  await server.start();
  deployments = await prepareDeployments(server.origin);
  tablet = await prepareTablet(deployments.origin);
  const page = await tablet.switchOn();
  await enrol(page, printedCode(server));
  await signIn(page, AMARA.name, AMARA.pin);
  await openShift(page);
  await expectUpToDate(page);
  await untilAppIsKept(page);
});

test.afterAll(() => disposeAll(tablet, deployments, server));

test('F33 B with head office away, a build that throws at its start is taken, and the page says where the way out is', async () => {
  const page = tablet.page();
  deployments.setApi('down');
  for (let sale = 0; sale < SALES; sale += 1) {
    await scan(page, 'COF-001');
    await payCashExact(page);
    await nextSale(page);
  }
  deployments.deployThrowing();
  await page.evaluate(async () => {
    const registration = await navigator.serviceWorker.ready;
    await registration.update();
  });
  await goTo(page, 'Lock');
  await expect(page.getByRole('heading', { name: 'The till cannot start' })).toBeVisible({ timeout: 60_000 });
  await expectAccessible(page);
  await page.getByRole('link', { name: 'Open rescue' }).click();
  await expect(page.getByRole('heading', { name: 'Your sales are safe on this tablet' })).toBeVisible();
  await expect(page.getByText(`${String(SALES)} sales`)).toBeVisible();
  await expect(page.getByText('all as they were made')).toBeVisible();
  await expectAccessible(page);
});

test('F33 F06 B rescue saves a copy that proves itself, without a server and without changing anything', async () => {
  const page = tablet.page();
  const before = await readJournal(page);
  const saving = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Save a copy' }).click();
  const text = await readFile(await (await saving).path(), 'utf8');
  const verdict = await verifyJournalExport(inOnePiece(text), { root: null });
  expect(verdict).toMatchObject({ is: 'intact', facts: before.length });
  await page.getByRole('button', { name: 'Send now' }).click();
  await expect(page.getByText('Head office cannot be reached. Nothing is lost')).toBeVisible({
    timeout: 60_000,
  });
  expect(await readJournal(page)).toEqual(before);
});

test('F33 P4 B when head office is back, rescue sends, and the office has each sale once', async () => {
  const page = tablet.page();
  deployments.setApi('up');
  await page.getByRole('button', { name: 'Send now' }).click();
  await expect(page.getByText(`${String(SALES)} sales arrived at head office.`)).toBeVisible({
    timeout: 60_000,
  });
  await expect(page.getByText('Nothing waits')).toBeVisible();
  office = await page.context().newPage();
  await signInToOffice(office, server.origin, OFFICE);
  await expectOfficeToHave(SALES);
});

test('F33 F43 P8 B the repaired app starts with everything, and what it sends again is there once', async () => {
  const page = tablet.page();
  deployments.rollBack();
  await page.getByRole('button', { name: 'Try the till again' }).click();
  await expect(page.getByRole('heading', { name: 'Who is selling?' })).toBeVisible({ timeout: 60_000 });
  await signIn(page, AMARA.name, AMARA.pin);
  await expectUpToDate(page);
  await expectOfficeToHave(SALES);
});

test('OFFICE-30 F29 P6 B what a cut-off tablet saved is imported in the office, and the till finds it acknowledged', async () => {
  const page = tablet.page();
  deployments.setApi('down');
  await goTo(page, 'Sell');
  for (let sale = 0; sale < MORE_SALES; sale += 1) {
    if (sale > 0) await nextSale(page);
    await scan(page, 'COF-001');
    await payCashExact(page);
  }
  await page.goto(`${deployments.origin}/rescue.html`);
  const saving = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Save a copy' }).click();
  const file = await (await saving).path();

  await office.getByRole('link', { name: 'Tills' }).click();
  await office.getByRole('button', { name: 'Import a journal file' }).click();
  const text = await readFile(file, 'utf8');
  await chooseFile('copied.jsonl', text.replace('"quantity":1000', '"quantity":2000'));
  await expect(office.getByText(/Fact \d+ of A1 was altered/)).toBeVisible();
  await office.getByRole('button', { name: 'Another file' }).click();
  await chooseFile('notes.txt', 'milk, bread');
  await expect(office.getByText('This file is no journal of a till')).toBeVisible();
  await chooseFile('till.jsonl', text);
  await expect(office.getByText('Exactly as the till made it')).toBeVisible();
  await expect(office.getByText(`${String(SALES + MORE_SALES)} · £16.00`)).toBeVisible();
  await expect(office.getByText(`${String(MORE_SALES)} · £6.40`)).toBeVisible();
  await expectAccessible(office);
  await office.getByRole('button', { name: 'Import', exact: true }).click();
  await expect(office.getByText('The journal of “Till 1” is here.')).toBeVisible();
  await office.getByRole('button', { name: 'Done' }).click();
  await office.goto(`${server.origin}/office`);
  await expectOfficeToHave(SALES + MORE_SALES);

  deployments.setApi('up');
  await page.goto(deployments.origin);
  // The page was left while Paid was shown, so the till shows it again first.
  await page.getByRole('button', { name: 'Go on' }).click();
  await signIn(page, AMARA.name, AMARA.pin);
  await expectUpToDate(page);
  await expectOfficeToHave(SALES + MORE_SALES);
});

async function chooseFile(name: string, text: string): Promise<void> {
  const buffer = Buffer.from(text);
  await office
    .getByLabel('The file, evertill-….jsonl')
    .setInputFiles({ name, mimeType: 'application/jsonl', buffer });
}

async function expectOfficeToHave(receipts: number): Promise<void> {
  await office.reload();
  await expect.poll(async () => (await readFigures(office)).get('Receipts')).toBe(String(receipts));
}

async function* inOnePiece(text: string): AsyncGenerator<string> {
  yield await Promise.resolve(text);
}
