// The browser tests. Each starts a server of its own on a free port, so this file starts none.
import { defineConfig } from '@playwright/test';
import { chromiumLaunchOptions } from './e2e/chromium.ts';

const full = process.env['EVERTILL_E2E'] === 'full';

export default defineConfig({
  testDir: 'e2e',
  testMatch: '**/*.spec.ts',
  // They drive other browsers by other protocols: playwright.engines.config.ts.
  testIgnore: 'engines/**',
  outputDir: 'test-results',
  // Each file has a server and a tablet of its own, and waits more than it works.
  workers: 2,
  retries: 0,
  forbidOnly: true,
  timeout: full ? 30 * 60_000 : 5 * 60_000,
  // A shared machine stands still for seconds; a test that waits for a condition loses nothing by it.
  expect: { timeout: 30_000 },
  reporter: [['list'], ['json', { outputFile: 'node_modules/.cache/test-reports/e2e.json' }]],
  use: {
    ...devicesOfAShop(),
    launchOptions: chromiumLaunchOptions(),
    actionTimeout: 30_000,
    screenshot: 'only-on-failure',
    // Slows every action down, so only for whoever looks for a fault.
    trace: process.env['EVERTILL_TRACE'] === undefined ? 'off' : 'retain-on-failure',
  },
});

/** The tablet the design is drawn for; a test that needs another size says so. */
function devicesOfAShop() {
  return {
    viewport: { width: 1180, height: 820 },
    hasTouch: true,
    locale: 'en-GB',
    timezoneId: 'Europe/London',
  };
}
