// The core of the counter on the engines that shops have besides Chromium. What one lacks is said on its screen, and in docs/PLATFORMS.md.
import { expect, test } from '@playwright/test';
import { AMARA, OFFICE, printedCode } from '../harness/demo-shop.ts';
import { prepareDeployments, type Deployments } from '../harness/deployments.ts';
import { prepareServer, type EvertillServer } from '../harness/evertill-server.ts';
import type { EngineDriver } from './engine-driver.ts';
import { enginePage, type EnginePage } from './engine-page.ts';
import { findFirefox, findWebKitGtk } from './find-engines.ts';
import { openFirefox } from './firefox.ts';
import { openWebKitGtk } from './webkitgtk.ts';

interface Engine {
  readonly name: string;
  readonly program: string | null;
  readonly open: (program: string) => Promise<EngineDriver>;
  /** What readiness says of the second copy here. */
  readonly secondCopy: RegExp;
}

const ENGINES: readonly Engine[] = [
  {
    name: 'Firefox',
    program: findFirefox(),
    open: openFirefox,
    secondCopy: /Second copy\s*equal to the first/,
  },
  {
    name: 'WebKitGTK',
    program: findWebKitGtk(),
    open: openWebKitGtk,
    secondCopy: /Second copy\s*one copy only/,
  },
];

for (const engine of ENGINES)
  test.describe(engine.name, () => {
    test.describe.configure({ mode: 'serial' });
    let server: EvertillServer;
    let deployments: Deployments;
    let driver: EngineDriver;
    let page: EnginePage;

    test.skip(engine.program === null, `${engine.name} is not on this machine`);

    test.beforeAll(async () => {
      if (engine.program === null) return;
      server = await prepareServer([]);
      await server.start();
      deployments = await prepareDeployments(server.origin);
      driver = await engine.open(engine.program);
      page = enginePage(driver);
    });
    test.afterAll(async () => {
      if (engine.program === null) return;
      await driver.quit();
      await deployments.dispose();
      await server.dispose();
    });

    async function signIn(): Promise<void> {
      await page.tap('button', new RegExp(`^${AMARA.name}`));
      await page.see('heading', `Hello ${AMARA.name}, your PIN`);
      await driver.typeKeys(AMARA.pin);
    }

    async function sell(code: string): Promise<string> {
      await page.fill('combobox', 'Scan or search', code);
      await driver.pressEnter();
      await page.tap('button', /^Charge £[1-9]/);
      await page.tap('button', /^Exact/);
      await page.see('heading', /^Paid/);
      const receipt = /\b[A-Z]\d+[a-z]?-\d{6}\b/.exec(await page.text())?.[0];
      await page.tap('button', 'Next sale');
      return receipt ?? '';
    }

    test('ENGINE-1 P1 P3 a till is enrolled, keeps the app, opens its shift and sells, and the sale arrives', async () => {
      test.info().annotations.push({ type: 'engine', description: driver.version });
      await driver.open(deployments.origin);
      await page.fill('textbox', 'Enrolment code', printedCode(server));
      await page.tap('button', 'Set up');
      await page.see('heading', 'Who is selling?');
      expect(
        await driver.evaluate('navigator.serviceWorker.ready.then(({ active }) => active.scriptURL)'),
      ).toMatch(/\/sw\.js$/);
      await signIn();
      await page.tap('button', /^Start with/);
      expect(await sell('COF-001')).not.toBe('');
      await page.see('button', /Up to date/);
    });

    test('ENGINE-2 P10 what this engine keeps and lacks is said', async () => {
      await page.tap('button', /Up to date/);
      await page.tap('button', /^(Ready|Not ready)/);
      await page.see('dialog', 'If head office went down now');
      await expect.poll(() => page.text()).toMatch(engine.secondCopy);
      await page.tap('button', 'Close');
    });

    test('ENGINE-3 P1 P2 P3 with the server dead, cold: a PIN opens the counter; a sale and its refund are saved', async () => {
      await server.kill();
      await driver.restart();
      await driver.open(deployments.origin);
      await signIn();
      const receipt = await sell('COF-002');
      await page.tap('button', 'Receipts');
      await page.fill('textbox', 'Receipt number', receipt);
      await driver.pressEnter();
      await page.tap('button', 'Refund');
      await page.tap('button', 'Everything');
      await page.tap('button', 'Add to basket');
      await page.tap('button', /^Give back/);
      await page.tap('button', 'Cash');
      await page.tap('button', /^Give back £[\d.]+ cash$/);
      await page.see('heading', /^Gave back/);
      await page.tap('button', 'Next sale');
      await page.see('button', 'Saved on this device (2)');
    });

    test('ENGINE-4 P4 the server is back: what waited is sent', async () => {
      await server.start();
      await page.see('button', /Up to date/);
    });

    test('ENGINE-5 P8 a new version is offered, comes when it is wished, and the till goes on', async () => {
      deployments.deployWhole();
      await driver.evaluate(
        'navigator.serviceWorker.ready.then((registration) => registration.update()).then(() => null)',
      );
      await driver.evaluate('(() => { window.isOldBuild = true; return null; })()');
      await page.tap('button', 'Update now');
      await expect.poll(() => driver.evaluate('window.isOldBuild ?? null').catch(() => true)).toBeNull();
      await signIn();
      await sell('COF-001');
      await page.see('button', /Up to date/);
    });

    test('ENGINE-6 P5 P7 the day is closed, and head office has every receipt of it', async () => {
      await page.tap('button', 'Shift');
      await page.tap('button', 'Close the day');
      await page.fill('textbox', '£50 notes', '3');
      await page.tap('button', 'Done counting');
      await page.tap('button', 'Go on');
      await page.tap('button', 'There is no total');
      await page.tap('button', 'Close the day');
      await page.see('heading', 'Shift closed');
      await expect.poll(() => page.text(), { timeout: 60_000 }).toContain('Everything is at head office.');
      await driver.open(`${server.origin}/office`);
      await page.fill('textbox', 'E-mail', OFFICE.email);
      await driver.evaluate(`document.querySelector('input[type=password]').focus()`);
      await driver.typeKeys(OFFICE.password);
      await page.tap('button', 'Sign in');
      await page.see('table', 'Figures of the day');
      await expect.poll(() => page.text()).toMatch(/4 of 4/);
    });
  });
