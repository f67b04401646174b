// Firefox by WebDriver BiDi, on a profile of its own that outlives each window.
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { launch, type Browser, type Page } from 'puppeteer-core';
import { TABLET } from '../harness/tablet.ts';
import type { EngineDriver } from './engine-driver.ts';

/** Asking for lasting storage would wait for a person. */
const PREFERENCES = `user_pref("dom.storageManager.prompt.testing", true);
user_pref("dom.storageManager.prompt.testing.allow", true);
`;

export async function openFirefox(program: string): Promise<EngineDriver> {
  const profile = await mkdtemp(join(tmpdir(), 'evertill-firefox-'));
  await writeFile(join(profile, 'user.js'), PREFERENCES);
  let browser = await start();
  let page = await firstPage(browser);

  function start(): Promise<Browser> {
    return launch({
      browser: 'firefox',
      executablePath: program,
      userDataDir: profile,
      headless: true,
      defaultViewport: TABLET,
    });
  }

  return {
    version: await browser.version(),
    open: async (address) => {
      await page.goto(address);
    },
    evaluate: (expression) => page.evaluate(expression),
    tap: async (expression) => {
      const handle = await page.evaluateHandle(broughtIntoSight(expression));
      const point = await handle.asElement()?.clickablePoint();
      await handle.dispose();
      if (point !== undefined) await page.mouse.click(point.x, point.y);
      return point !== undefined;
    },
    typeKeys: (text) => page.keyboard.type(text),
    pressEnter: () => page.keyboard.press('Enter'),
    restart: async () => {
      await browser.close();
      browser = await start();
      page = await firstPage(browser);
    },
    quit: async () => {
      await browser.close();
      await rm(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
    },
  };
}

async function firstPage(browser: Browser): Promise<Page> {
  const [page] = await browser.pages();
  return page ?? (await browser.newPage());
}

function broughtIntoSight(expression: string): string {
  return `((found) => { found?.scrollIntoView({ block: 'nearest' }); return found; })(${expression})`;
}
