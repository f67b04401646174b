// The counter's core on Firefox and WebKitGTK. Playwright only runs these tests: each engine is driven by its own protocol.
import { defineConfig } from '@playwright/test';

export default defineConfig({
  testDir: 'e2e/engines',
  testMatch: '*.spec.ts',
  workers: 1,
  retries: 0,
  forbidOnly: true,
  timeout: 4 * 60_000,
  expect: { timeout: 30_000 },
  reporter: [['list'], ['json', { outputFile: 'node_modules/.cache/test-reports/engines.json' }]],
});
