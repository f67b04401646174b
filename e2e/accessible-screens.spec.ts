// Every screen, sheet and state of the till, light and dark, held against what axe can check; in the full run on a phone too.
import { writeFile } from 'node:fs/promises';
import { expect, test, type Page } from '@playwright/test';
import { barcodeFilm } from './harness/barcode-film.ts';
import { LOCK_STOPS, PAY_STOPS, SELL_STOPS } from './harness/counter-stops.ts';
import { RECEIPT_STOPS, SHIFT_STOPS, STATUS_STOPS } from './harness/day-stops.ts';
import { printedCode } from './harness/demo-shop.ts';
import { disposeAll } from './harness/dispose-all.ts';
import { prepareServer, type EvertillServer } from './harness/evertill-server.ts';
import { violationsOn } from './harness/expect-accessible.ts';
import type { Stop } from './harness/stop.ts';
import { PHONE, prepareTablet, TABLET, type Tablet, type Viewport } from './harness/tablet.ts';
import { enrol } from './harness/till-screens.ts';

interface Look {
  readonly viewport: Viewport;
  readonly colorScheme: 'light' | 'dark';
  readonly rules?: readonly string[];
}

/** Other colours can break nothing but the contrast. */
const LOOKS: readonly Look[] = [
  { viewport: TABLET, colorScheme: 'light' },
  { viewport: TABLET, colorScheme: 'dark', rules: ['color-contrast'] },
  ...(process.env['EVERTILL_E2E'] === 'full' ? [{ viewport: PHONE, colorScheme: 'light' } as const] : []),
];

test.describe('accessible', () => {
  test.describe.configure({ mode: 'serial' });
  let server: EvertillServer;
  let tablet: Tablet;

  test.beforeAll(async ({}, info) => {
    const film = info.outputPath('barcode.y4m');
    await writeFile(film, barcodeFilm('2000000305974'));
    server = await prepareServer([]);
    await server.start();
    tablet = await prepareTablet(server.origin, { cameraSees: film });
    const page = await tablet.switchOn();
    await look(page, 'enrolment');
    await enrol(page, printedCode(server));
  });

  test.afterAll(() => disposeAll(tablet, server));

  const walk = (stops: readonly Stop[]) => async () => {
    for (const { name, go } of stops)
      await test.step(name, async () => {
        await go(tablet.page());
        await look(tablet.page(), name);
      });
  };

  test('SCREEN-80 the lock, the PIN and the opening of a shift are accessible', walk(LOCK_STOPS));
  test('SCREEN-80 selling, with all its sheets, is accessible', walk(SELL_STOPS));
  test('SCREEN-80 paying, Paid and what can be done with a receipt then are accessible', walk(PAY_STOPS));
  test('SCREEN-80 receipts and refunds are accessible', walk(RECEIPT_STOPS));
  test('SCREEN-80 the shift and every step of its close are accessible', walk(SHIFT_STOPS));
  test('SCREEN-80 the status and another language are accessible', walk(STATUS_STOPS));
});

/** Goes on after a violation, so that one run names them all. */
async function look(page: Page, name: string): Promise<void> {
  for (const { viewport, colorScheme, rules } of LOOKS) {
    await page.setViewportSize(viewport);
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await settle(page);
    const found = await violationsOn(page, rules);
    expect.soft(found, `${name}, ${colorScheme}, ${String(viewport.width)} px`).toEqual([]);
  }
  await page.setViewportSize(TABLET);
}

/** Colours that fade are held against the rules when they have arrived. */
async function settle(page: Page): Promise<void> {
  await page.evaluate(() =>
    Promise.all(
      document
        .getAnimations()
        .filter((animation) => animation.effect?.getComputedTiming().iterations !== Infinity)
        .map((animation) => animation.finished.catch(() => undefined)),
    ),
  );
}
